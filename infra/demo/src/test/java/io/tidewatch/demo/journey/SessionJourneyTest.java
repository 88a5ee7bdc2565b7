package io.tidewatch.demo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where people sign in, and how it ends. */
class SessionJourneyTest extends IdentityJourney {

    private static final double PROMISED_SECONDS = 5;

    SessionJourneyTest(IdentityStack stack) {
        super(stack);
    }

    @Test
    void theSameGroupOfTwoProvidersGivesDifferentRights() {
        Page first = browser();
        Page second = browser();

        signIn(first, "main", "editor", "models?org=" + IdentityStack.ORGANIZATION);
        signIn(second, "partner", "editor", "models?org=" + IdentityStack.ORGANIZATION);

        assertThat(test(first, "register-model")).isVisible();
        assertThat(test(second, "organization-menu")).isVisible();
        assertThat(test(second, "register-model")).isHidden();
    }

    @Test
    void theLastChoiceIsRememberedAndHasTheFocus() {
        Page page = browser();
        page.navigate(stack.page("models"));
        assertThat(test(page, "provider-main")).isFocused();
        test(page, "provider-partner").click();
        assertThat(page).hasURL(Pattern.compile(".*/realms/partner/.*"));
        password(page, "second-editor");
        assertThat(page).hasURL(Pattern.compile(".*/models.*"));

        test(page, "person-menu").click();
        test(page, "sign-out").click();

        assertThat(test(page, "provider-partner")).isFocused();
        assertThat(test(page, "provider-partner")).containsText("Used last");
        page.keyboard().press("Enter");
        // Signed out at the provider too.
        assertThat(page.locator("#password")).isVisible();
    }

    @Test
    void aLinkCanLeadStraightToAProvider() {
        Page page = browser();

        page.navigate(stack.page("signin/partner?to=/models"));

        assertThat(page).hasURL(Pattern.compile(".*/realms/partner/.*"));
        password(page, "second-editor");
        assertThat(page).hasURL(Pattern.compile(".*/models.*"));
    }

    @Test
    void aSessionThatTheProviderEndsClosesPagesAndPush() {
        Page page = browser();
        List<WebSocket> push = new CopyOnWriteArrayList<>();
        page.onWebSocket(push::add);
        signIn(page, "partner", "second-editor", "models");
        assertThat(test(page, "organization-menu")).isVisible();

        long since = System.nanoTime();
        stack.logOut("partner", "second-editor");

        double seconds = secondsUntilSignedOut(page, since);
        System.out.printf("A page leaves %.1f s after the provider has ended its session%n", seconds);
        assertThat(seconds).isLessThan(PROMISED_SECONDS);
        assertThat(push).isNotEmpty();
        // The browser tells of it a moment after it shows the other page.
        page.waitForCondition(() -> push.stream().allMatch(WebSocket::isClosed));
        test(page, "sign-in-again").click();
        password(page, "second-editor");
        assertThat(page).hasURL(Pattern.compile(".*/models.*"));
        assertThat(test(page, "person-menu")).isVisible();
    }

    @Test
    void aSessionAtRestEndsAndSaysSo() {
        Page page = browser();
        signIn(page, "main", "second-editor", "models?range=24h");
        assertThat(test(page, "organization-menu")).isVisible();

        // Nobody clicks; the page's own heartbeats count for nothing.
        assertThat(test(page, "signed-out-reason"))
                .containsText(
                        "nothing was clicked for 1 minute",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(3 * 60_000));
        test(page, "sign-in-again").click();
        // The provider still knows the browser, but asks who is there.
        assertThat(page.locator("#password")).isVisible();
        passwordAgain(page, "second-editor");

        assertThat(page).hasURL(Pattern.compile(".*/models\\?range=24h"));
        assertThat(test(page, "person-menu")).isVisible();
    }
}
