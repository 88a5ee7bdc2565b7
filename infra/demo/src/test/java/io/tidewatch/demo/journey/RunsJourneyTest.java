package io.tidewatch.demo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.tidewatch.sdk.experiment.DatasetProfiler;
import io.tidewatch.sdk.experiment.ExperimentRun;
import io.tidewatch.sdk.experiment.Experiments;
import io.tidewatch.sdk.experiment.Outcome;
import io.tidewatch.sdk.registry.VersionDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From training code through the SDK into the store and onto the page. */
class RunsJourneyTest extends Journey {
    private static final String MODEL = "flight-delay";

    RunsJourneyTest(DemoStack stack) {
        super(stack);
    }

    private JsonNode rest(String path) {
        return stack.rest(DemoStack.AIRLINE, "delays").get("models/" + MODEL + "/" + path);
    }

    @Test
    void aRunLoggedWithTheSdkIsReadBackAndNamedByItsVersion() {
        try (Experiments experiments =
                Experiments.connect(stack.apiUrl(), stack.apiKey(DemoStack.AIRLINE, "delays"), MODEL)) {
            ExperimentRun run = experiments.training("journey").parameter("depth", 6);
            for (int round = 0; round < 2_500; round++) {
                run.metric("log_loss", round, 1.0 / (round + 1));
            }
            DatasetProfiler profiler = new DatasetProfiler();
            for (int row = 0; row < 5_000; row++) {
                profiler.add(Map.of(
                        "distance", row * 0.5, "origin", "A" + row % 7, "code", "x" + row, "late", row % 3 == 0));
            }
            run.profile(profiler.profile());

            assertThat(experiments.log(run)).isInstanceOf(Outcome.Stored.class);
            assertThat(experiments.log(run)).isInstanceOf(Outcome.Stored.class);
            assertThat(experiments.register(VersionDefinition.builder("journey")
                            .features(profiler.profile().features())
                            .classes(List.of("on_time", "late"))
                            .positiveClass("late")
                            .run(run.id())
                            .build()))
                    .isInstanceOf(Outcome.Stored.class);

            JsonNode stored = rest("runs/" + run.id());
            assertThat(stored.path("versions").path(0).asText()).isEqualTo("journey");
            assertThat(stored.path("series").path("log_loss").size()).isBetween(500, 1_000);
            assertThat(stored.path("profile").path("rowCount").asInt()).isEqualTo(5_000);
            for (JsonNode column : stored.path("profile").path("columns")) {
                if (column.path("name").asText().equals("distance")) {
                    assertThat(column.path("mean").asDouble()).isCloseTo(1249.75, within(1e-9));
                }
            }
            assertThat(rest("versions/journey").path("run").asText()).isEqualTo(run.id());
        }
    }

    @Test
    void theRunsOfTheDemoAreComparedSideBySide() {
        signIn("demo-editor", "models/" + MODEL + "/runs?version=2");

        assertThat(test("runs-grid")).containsText("April, night flights");
        Locator boxes = page.locator("[data-test='runs-grid'] vaadin-checkbox");
        assertThat(test("run")).hasCount(2);
        int count = boxes.count();
        boxes.nth(count - 2).click();
        assertThat(test("run-detail")).isVisible();
        boxes.nth(count - 1).click();

        assertThat(test("run-comparison")).isVisible();
        assertThat(page.locator("[data-test='run-metric'][data-name='roc_auc']"))
                .isVisible();
        JsonNode runs = rest("runs?version=2&limit=10").path("items");
        double difference =
                Math.abs(runs.path(0).path("metrics").path("roc_auc").asDouble()
                        - runs.path(1).path("metrics").path("roc_auc").asDouble());
        assertThat(difference).isPositive();
    }
}
