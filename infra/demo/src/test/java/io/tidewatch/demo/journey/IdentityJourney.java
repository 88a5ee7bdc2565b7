package io.tidewatch.demo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What journeys about sign-ins share: the stack with two providers, and a browser for each person they need. */
@ExtendWith(IdentityStack.Shared.class)
abstract class IdentityJourney {

    private static final double PATIENCE_MILLIS = Duration.ofSeconds(60).toMillis();
    private static final Path PICTURES = Path.of("target", "journeys");

    private static Browsers browsers;

    protected final IdentityStack stack;
    private final List<BrowserContext> contexts = new ArrayList<>();

    /** Keeps what the pages show if the test failed. */
    @RegisterExtension
    final AfterTestExecutionCallback pictures = test -> {
        int number = 0;
        for (BrowserContext context : contexts()) {
            for (Page page : context.pages()) {
                if (test.getExecutionException().isPresent()) {
                    String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(PICTURES.resolve(name.replaceAll("[^A-Za-z0-9.]", "") + "-" + number++ + ".png")));
                }
            }
            context.close();
        }
    };

    IdentityJourney(IdentityStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        browsers = new Browsers();
    }

    @AfterAll
    static void quit() {
        browsers.close();
    }

    private List<BrowserContext> contexts() {
        return contexts;
    }

    /** A browser that nobody has used. */
    protected Page browser() {
        BrowserContext context = browsers.get().newContext();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        contexts.add(context);
        return context.newPage();
    }

    /** Opens a page as a stranger, chooses a provider, signs in there and is back on the page. */
    protected void signIn(Page page, String provider, String username, String path) {
        page.navigate(stack.page(path));
        test(page, "provider-" + provider).click();
        password(page, username);
        assertThat(test(page, "person-menu")).isVisible();
    }

    /** Fills the provider's form. */
    protected static void password(Page page, String username) {
        page.locator("#password").waitFor();
        Locator name = page.locator("#username");
        if (name.isVisible()) {
            name.fill(username);
        }
        page.locator("#password").fill("demo");
        page.locator("#kc-login").click();
    }

    /**
     * Fills the provider's form after a session of that person has ended. Providers tell the time of a sign-in in whole
     * seconds, so one in the second of the end counts as before it. No person types that fast, but a test does.
     */
    protected static void passwordAgain(Page page, String username) {
        page.waitForFunction("end => Date.now() >= end", (System.currentTimeMillis() / 1000 + 1) * 1000.0);
        password(page, username);
    }

    /** An element by its name for tests. */
    protected static Locator test(Page page, String name) {
        return page.locator("[data-test='" + name + "']");
    }

    /** Waits until a page leaves to the notice that the session has ended; the seconds it took. */
    protected static double secondsUntilSignedOut(Page page, long since) {
        assertThat(test(page, "signed-out-reason")).isVisible();
        return (System.nanoTime() - since) / 1e9;
    }
}
