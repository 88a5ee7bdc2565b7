package io.tidewatch.demo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What all journeys share: the stack, a fresh browser context for each test, and a picture of the page when one fails. */
@ExtendWith(DemoStack.Shared.class)
abstract class Journey {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double PATIENCE_MILLIS = Duration.ofSeconds(30).toMillis();
    private static final Path PICTURES = Path.of("target", "journeys");

    private static Browsers browsers;

    protected final DemoStack stack;
    protected final BrowserContext context;
    protected final Page page;

    /** Before {@code @AfterEach} closes the page, keeps what it shows if the test failed. */
    @RegisterExtension
    final AfterTestExecutionCallback picture = test -> {
        if (test.getExecutionException().isPresent()) {
            String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName() + ".png";
            page().screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name.replaceAll("[^A-Za-z0-9.]", "")))
                    .setFullPage(true));
        }
        context().close();
    };

    Journey(DemoStack stack) {
        this.stack = stack;
        context = browsers.get().newContext();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        page = context.newPage();
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

    private Page page() {
        return page;
    }

    private BrowserContext context() {
        return context;
    }

    /** Opens a page as a stranger, signs in through Keycloak and is back on the page. */
    protected void signIn(String username, String path) {
        page.navigate(stack.page(path));
        page.locator("#username").fill(username);
        page.locator("#password").fill("demo");
        page.locator("#kc-login").click();
        assertThat(test("person-menu")).isVisible();
    }

    /** An element by its name for tests. */
    protected Locator test(String name) {
        return page.locator("[data-test='" + name + "']");
    }

    /** What a chart has drawn, as soon as it has. */
    protected JsonNode drawn(String chart) {
        Locator element = test(chart);
        assertThat(element).isVisible();
        page.waitForFunction(
                "name => document.querySelector(`[data-test='${name}']`)?.renderedData?.series?.length > 0", chart);
        try {
            return JSON.readTree((String) element.evaluate("chart => JSON.stringify(chart.renderedData)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of one series of what a chart has drawn, in order. */
    protected static double[] values(JsonNode drawn, String series) {
        for (JsonNode candidate : drawn.path("series")) {
            if (candidate.path("name").asText().equals(series)) {
                double[] values = new double[candidate.path("data").size()];
                for (int index = 0; index < values.length; index++) {
                    JsonNode point = candidate.path("data").path(index);
                    // A point with a look of its own, as the hollow ones, is an object around its value.
                    values[index] =
                            point.path("value").path(1).asDouble(point.path(1).asDouble(Double.NaN));
                }
                return values;
            }
        }
        throw new AssertionError("No series " + series + " in " + drawn);
    }
}
