package io.tidewatch.demo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an editor chooses in the settings is what health says, until it is undone. */
class HealthChecksJourneyTest extends Journey {
    private static final String MODEL = "flight-delay";

    HealthChecksJourneyTest(DemoStack stack) {
        super(stack);
    }

    @Test
    void healthObeysWhatAnEditorChoosesUntilItIsUndone() {
        JsonNode before = rest("health");
        JsonNode suggestion = rest("health-checks/suggestion");
        int all = suggestion.path("drift").path("variables").size();
        signIn("demo-editor", "models/" + MODEL + "/settings");

        // The page says what REST suggests, reason included
        assertThat(test("check-silence-reason")).containsText("longest usual pause");
        assertThat(test("check-drift-reason"))
                .hasText(suggestion.at("/drift/reason").asText());

        // Only drift, without distance
        test("check-silence-on").locator("input").uncheck();
        test("check-missing-on").locator("input").uncheck();
        test("check-truth-on").locator("input").uncheck();
        test("check-drift-list").locator("vaadin-details-summary").click();
        watch("distance").uncheck();
        test("save-checks").click();
        Locator undo = test("undo");
        assertThat(undo).isVisible();

        JsonNode chosen = rest("health-checks");
        assertThat(chosen.path("chosen").asBoolean()).isTrue();
        assertThat(chosen.at("/drift/leftOut").toString()).contains("\"distance\"");
        JsonNode health = rest("health");
        assertThat(health.path("checks").findValuesAsText("check")).containsExactly("drift");
        assertThat(health.path("featureCount").asInt())
                .isLessThan(all)
                .isEqualTo(
                        before.path("featureCount").asInt() == 0
                                ? 0
                                : before.path("featureCount").asInt()
                                        - chosen.at("/drift/leftOut").size());

        undo.click();
        assertThat(test("save-checks")).hasText("Accept");
        assertThat(rest("health-checks").path("chosen").asBoolean()).isFalse();
        assertThat(rest("health").path("status").asText())
                .isEqualTo(before.path("status").asText());
    }

    @Test
    void aViewerSeesWhatIsWatchedAndWhoMayChangeIt() {
        signIn("demo-viewer", "models/" + MODEL + "/settings");

        assertThat(test("check-silence-on").locator("input")).isChecked();
        assertThat(test("health-checks")).isVisible();
        assertThat(test("save-checks")).hasCount(0);
        assertThat(Duration.between(
                        Instant.parse(rest("health").path("evaluatedAt").asText()), Instant.now()))
                .isLessThan(Duration.ofMinutes(1));
    }

    private Locator watch(String feature) {
        return page.locator("[data-test='check-drift-watch'][data-feature='" + feature + "'] input");
    }

    private JsonNode rest(String path) {
        return stack.rest(DemoStack.AIRLINE, "delays").get("models/" + MODEL + "/" + path);
    }
}
