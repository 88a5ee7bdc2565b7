package io.tidewatch.demo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's path: from an empty organization to a drift number, with nothing but what the pages show. */
class FirstModelJourneyTest extends Journey {
    private static final int OF_A_PROGRAM = 200;

    private final Programs programs;

    FirstModelJourneyTest(DemoStack stack, @TempDir Path folder) {
        super(stack);
        programs = new Programs(folder);
    }

    @Test
    void fromAnEmptyOrganizationToADriftNumber() {
        signIn("demo-newcomer", "");
        test("first-model").click();
        register("First model");

        // A key, shown once and filled in below
        assertState("key", "open");
        test("create-key").click();
        String key = test("api-key").textContent();
        assertThat(key).matches("tw_[a-z0-9]{16}_[A-Za-z0-9]{40}");
        assertThat(test("step-key")).hasAttribute("data-state", "done");

        // One prediction with curl appears while the page is open
        assertThat(test("received")).containsText("Waiting for the first prediction");
        assertThat(programs.shell(snippet("send-snippet", "curl"))).contains("\"accepted\":1");
        assertThat(test("received-version")).hasText("1");
        assertThat(test("received-answer")).hasText("yes (0.810)");
        assertThat(test("received-amount")).hasText("50");
        assertThat(test("received-channel")).hasText("web");
        assertState("predictions", "done");

        // The schema was inferred from it and is confirmed with a correction
        assertThat(test("schema-feature")).hasText(new String[] {"amount", "channel"});
        page.locator("[data-test='schema-unit'][data-feature='amount'] input").fill("EUR");
        page.locator("[data-test='schema-max'][data-feature='amount'] input").fill("100");
        test("confirm-schema").click();
        assertState("schema", "done");

        // Two hundred each in Python and Java, as shown
        open("predictions");
        assertThat(programs.python(snippet("send-snippet", "python"))).contains("\"accepted\":" + OF_A_PROGRAM);
        assertThat(programs.java(snippet("send-snippet", "java"))).contains("complete=true");
        assertThat(test("step-predictions-summary")).hasText(1 + 2 * OF_A_PROGRAM + " predictions received.");

        // Ground truth of a prediction that was received, in each language: sent again it counts once
        programs.shell(snippet("truth-snippet", "curl"));
        assertThat(test("truth-share")).hasText("Coverage: 1 of " + (1 + 2 * OF_A_PROGRAM) + " predictions, 0.2 %");
        open("ground-truth");
        assertThat(programs.python(snippet("truth-snippet", "python"))).contains("\"accepted\":1");
        assertThat(programs.java(snippet("truth-snippet", "java"))).contains("complete=true");

        // The proposed baseline, then more of the same: nothing has drifted, and there is a number for it
        test("pin-first-days").click();
        assertState("baseline", "done");

        // What health watches is suggested with reasons, and accepted but for one feature
        assertThat(test("check-silence-reason")).containsText("too few to know the usual pauses");
        assertThat(test("check-drift-reason")).containsText("All 4 features and outputs can be judged");
        test("check-drift-list").locator("vaadin-details-summary").click();
        page.locator("[data-test='check-drift-watch'][data-feature='channel'] input")
                .uncheck();
        assertThat(test("check-drift-summary")).hasText("3 of 4 watched");
        test("save-checks").click();
        assertState("health-checks", "done");
        assertThat(test("setup-finished")).isVisible();
        programs.python(snippet("send-snippet", "python"));
        awaitReceived(1 + 3 * OF_A_PROGRAM);
        assertDrift();

        assertFileIsPinned();
    }

    @Test
    void anEditorIsToldWhoCanCreateKeysAndSeesWhatHasArrived() {
        JsonNode setup = stack.rest(DemoStack.AIRLINE, "delays").get("models/flight-delay/setup");
        assertThat(setup.path("predictionCount").asLong()).isPositive();
        signIn("demo-editor", "models/flight-delay/setup");

        assertState("key", "done");
        open("key");
        assertThat(test("key-ask")).containsText("Admins of the team Delay Forecasting");
        assertThat(test("create-key")).hasCount(0);
        assertState("predictions", "done");
        assertThat(test("step-predictions-summary"))
                .hasText(String.format(
                        Locale.ROOT,
                        "%,d predictions received.",
                        setup.path("predictionCount").asLong()));
    }

    /** The page stops asking when nothing is left to do, so it is opened again. */
    private void awaitReceived(int predictions) {
        page.waitForCondition(() -> {
            page.reload();
            assertThat(test("setup-finished")).isVisible();
            return test("step-predictions-summary").textContent().equals(predictions + " predictions received.");
        });
    }

    private void register(String name) {
        test("register-model").click();
        test("register-name").locator("input").fill(name);
        test("register-submit").click();
        assertThat(page).hasURL(Pattern.compile(".*/models/[a-z-]+/setup.*"));
        assertState("model", "done");
    }

    /** What the pages show is what REST says of the same window: every variable compared, none drifted. */
    private void assertDrift() {
        Rest rest = stack.rest(DemoStack.EMPTY, "first-team");
        String window = "from=" + Instant.now().minus(Duration.ofHours(2)) + "&to="
                + Instant.now().plus(Duration.ofMinutes(10));
        JsonNode drift = rest.get("models/first-model/drift?" + window);
        assertThat(drift.path("n").asInt()).isEqualTo(1 + 3 * OF_A_PROGRAM);
        assertThat(drift.path("features")).hasSize(4);
        for (JsonNode row : drift.path("features")) {
            assertThat(row.path("referenceCount").asInt()).isEqualTo(1 + 2 * OF_A_PROGRAM);
            assertThat(row.path("currentCount").asInt()).isEqualTo(1 + 3 * OF_A_PROGRAM);
            assertThat(row.path("effect").asDouble()).isBetween(-0.1, 0.1);
            assertThat(row.path("status").asText()).isNotIn("warning", "critical", "no-baseline");
        }
        JsonNode bins = rest.get("models/first-model/drift/amount?" + window)
                .path("distribution")
                .path("bins");

        page.navigate(stack.page("models/first-model/drift/amount?" + window));
        JsonNode drawn = drawn("chart-distribution");
        double[] baseline = values(drawn, "Baseline");
        double[] current = values(drawn, "This window");
        assertThat(current).hasSize(bins.size());
        for (int bin = 0; bin < bins.size(); bin++) {
            assertThat(baseline[bin])
                    .isEqualTo(bins.path(bin).path("referenceShare").asDouble(), within(1e-9));
            assertThat(current[bin])
                    .isEqualTo(bins.path(bin).path("currentShare").asDouble(), within(1e-9));
        }
        page.navigate(stack.page("models/first-model"));
        JsonNode health = rest.get("models/first-model/health");
        assertThat(health.path("featureCount").asInt()).isEqualTo(3);
        assertThat(health.path("checks").findValuesAsText("check"))
                .containsExactlyInAnyOrder("drift", "silence", "missing-values");
        JsonNode checks = rest.get("models/first-model/health-checks");
        assertThat(checks.at("/drift/leftOut/0").asText()).isEqualTo("channel");
        assertThat(checks.at("/missingValues/limits").findValuesAsText("feature"))
                .containsExactlyInAnyOrder("amount", "channel");
        assertThat(test("fact-drifted")).containsText("0 of 3");
        assertThat(page.locator("[data-area='feature-drift']")).hasAttribute("data-level", "partly");
        assertThat(page.locator("[data-area='performance']")).hasAttribute("data-level", "partly");
    }

    /** Trusted rows from a file: what is wrong with one is said before it is left out. */
    private void assertFileIsPinned() {
        page.navigate(stack.page("models/first-model/setup"));
        open("baseline");
        test("pin-file").click();
        String rows =
                "Amount;channel;score;class;shop\n1.5;A;0.2;no;x\n2.5;B;0.8;yes;y\nfar;A;0.1;no;z\n3.5;A;0.9;yes;x\n";
        page.locator("[data-test='file-upload'] input[type='file']")
                .setInputFiles(new FilePayload("train.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));

        assertThat(test("file-status")).hasText("3 good rows, 1 bad row; 4 of 5 columns are used.");
        assertThat(test("file-problem")).hasCount(1);
        assertThat(test("file-problem")).containsText("4Amountwrong-typemust be a number");
        assertThat(test("file-pin")).hasAttribute("disabled", "");
        test("file-skip").locator("input").check();
        test("file-pin").click();
        assertThat(test("file-status")).isHidden();

        JsonNode baseline = stack.rest(DemoStack.EMPTY, "first-team")
                .get("models/first-model/baselines?limit=1")
                .path("items")
                .path(0);
        assertThat(baseline.path("name").asText()).isEqualTo("train.csv");
        assertThat(baseline.path("current").asBoolean()).isTrue();
        assertThat(baseline.path("predictionCount").asInt()).isEqualTo(3);
        for (JsonNode feature : baseline.path("features")) {
            if (feature.path("name").asText().equals("amount")) {
                assertThat(feature.path("mean").asDouble()).isEqualTo(2.5, within(1e-9));
            }
        }
    }

    private void assertState(String step, String state) {
        assertThat(test("step-" + step)).hasAttribute("data-state", state);
    }

    private void open(String step) {
        Locator toggle = test("step-" + step + "-toggle");
        if ("Show".equals(toggle.textContent().strip())) {
            toggle.click();
        }
    }

    /** The code of a language, as it is shown. */
    private String snippet(String block, String language) {
        test(block + "-" + language).click();
        assertThat(test(block + "-" + language)).hasAttribute("aria-pressed", "true");
        Locator code = test(block);
        assertThat(code).containsText(marker(language));
        return code.textContent();
    }

    private static String marker(String language) {
        return switch (language) {
            case "java" -> "java -cp tidewatch-sdk.jar";
            case "python" -> "import";
            default -> "curl -sS";
        };
    }
}
