package io.tidewatch.demo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person chooses on her page takes effect, everywhere and in the next browser too. */
class ProfileJourneyTest extends IdentityJourney {

    private static final double PROMISED_SECONDS = 5;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final String DARK_CANVAS = "rgb(13, 17, 23)";

    ProfileJourneyTest(IdentityStack stack) {
        super(stack);
    }

    @Test
    void themeAndZoneChangeWhatIsShownAndFollowThePerson() {
        Page page = browser();
        signIn(page, "main", "traveller", "profile");
        assertThat(test(page, "profile-now")).isVisible();

        page.getByLabel("Dark", new Page.GetByLabelOptions().setExact(true)).click();
        assertThat(page.getByText("Saved").first()).isVisible();
        waitForCanvas(page, DARK_CANVAS);
        choose(page, "Pacific/Auckland");
        assertShows(test(page, "profile-now"), "Pacific/Auckland");
        page.navigate(stack.page("profile"));
        assertShows(test(page, "profile-now"), "Pacific/Auckland");
        assertThat(test(page, "range-menu")).isVisible();

        // Another browser, which remembers nothing.
        Page other = browser();
        signIn(other, "main", "traveller", "profile");
        waitForCanvas(other, DARK_CANVAS);
        assertShows(test(other, "profile-now"), "Pacific/Auckland");
        assertShows(test(other, "session-current").locator("tw-time").first(), "Pacific/Auckland");

        // Back to the browser's own, and out and in again.
        choose(other, "As the browser");
        other.getByLabel("Light", new Page.GetByLabelOptions().setExact(true)).click();
        waitForCanvas(other, "rgb(246, 247, 249)");
        assertShows(test(other, "profile-now"), browserZone(other));
        test(other, "person-menu").click();
        test(other, "sign-out").click();
        assertThat(test(other, "provider-main")).isVisible();
        page.reload();
        waitForCanvas(page, "rgb(246, 247, 249)");
    }

    @Test
    void anEndedSessionsOtherBrowserLeaves() {
        Page mine = browser();
        Page other = browser();
        signIn(other, "partner", "traveller", "models");
        assertThat(test(other, "organization-menu")).isVisible();
        signIn(mine, "partner", "traveller", "profile");
        assertThat(test(mine, "session-current")).containsText("Chrome on Linux");
        assertThat(test(mine, "session").first()).containsText("Chrome on Linux");

        int before = test(mine, "session").count();
        long since = System.nanoTime();
        test(mine, "end-session").first().click();

        double seconds = secondsUntilSignedOut(other, since);
        System.out.printf("A page leaves %.1f s after the person has ended its session in another browser%n", seconds);
        assertThat(seconds).isLessThan(PROMISED_SECONDS);
        assertThat(test(mine, "session")).hasCount(before - 1);
        assertThat(test(other, "signed-out-reason")).containsText("ended from elsewhere");
        test(other, "sign-in-again").click();
        // The provider knows the browser; it has to ask all the same.
        assertThat(other.locator("#password")).isVisible();
        passwordAgain(other, "traveller");
        assertThat(other).hasURL(Pattern.compile(".*/models.*"));
        assertThat(test(other, "organization-menu")).isVisible();
    }

    @Test
    void addressesAreKeptAsNotConfirmed() {
        Page page = browser();
        signIn(page, "main", "second-editor", "profile");
        assertThat(test(page, "address").first()).containsText("from your sign-in");

        Locator field = test(page, "address-field").locator("input");
        field.fill("on-call@example.com");
        test(page, "address-add").click();

        assertThat(test(page, "address").last()).containsText("on-call@example.com");
        assertThat(test(page, "address").last()).containsText("not confirmed");
        field.fill("ON-CALL@example.com");
        test(page, "address-add").click();
        assertThat(page.getByText("This address is there already.").first()).isVisible();
        page.reload();
        assertThat(test(page, "address")).hasCount(2);
        test(page, "address-remove").click();
        assertThat(test(page, "address")).hasCount(1);
    }

    private static void choose(Page page, String zone) {
        Locator field = test(page, "profile-zone").locator("input");
        field.fill(zone);
        page.locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText(zone))
                .first()
                .click();
    }

    /** The clock on the page is that of the zone at the instant it names. */
    private static void assertShows(Locator time, String zone) {
        assertThat(time).isVisible();
        Instant instant = Instant.parse(time.getAttribute("datetime"));
        assertThat(time).containsText(CLOCK.format(instant.atZone(ZoneId.of(zone))));
    }

    private static String browserZone(Page page) {
        return (String) page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone");
    }

    private static void waitForCanvas(Page page, String colour) {
        page.waitForFunction(
                "colour => getComputedStyle(document.documentElement).getPropertyValue('--tw-canvas') === colour",
                colour);
    }
}
