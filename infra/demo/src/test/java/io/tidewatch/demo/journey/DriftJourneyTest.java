package io.tidewatch.demo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.tidewatch.demo.journey.DemoStack.Days;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** From the list of models to the fault, in words, in the table and in drawn charts. */
class DriftJourneyTest extends Journey {
    private static final String MODEL = "flight-delay";

    DriftJourneyTest(DemoStack stack) {
        super(stack);
    }

    private JsonNode rest(String path) {
        return stack.rest(DemoStack.AIRLINE, "delays").get("models/" + MODEL + "/" + path);
    }

    @Test
    void opensTheDemoModelFromTheList() {
        signIn("demo-editor", "models");

        test("model-link")
                .filter(new Locator.FilterOptions().setHasText("Flight delay"))
                .click();

        assertThat(test("model-name")).containsText("Flight delay");
        assertThat(drawn("chart-volume").path("series")).isNotEmpty();
    }

    @Test
    void readsTheFaultInTheTableAndOpensIt() {
        Days fault = stack.faultDays();
        signIn("demo-editor", "models/" + MODEL + "/drift?" + fault.query());

        Locator first = test("drift-row").first();
        assertThat(first).hasAttribute("data-feature", "distance");
        assertThat(test("verdict-parts")).containsText("distance");
        first.locator("[data-test='drift-feature']").click();

        assertThat(test("feature-name")).hasText("distance");
        assertThat(drawn("chart-distribution").path("title").asText()).contains("distance");
    }

    @Test
    void theDrawnDistributionIsTheOneOfRest() {
        Days fault = stack.faultDays();
        JsonNode bins =
                rest("drift/distance?" + fault.query()).path("distribution").path("bins");
        signIn("demo-editor", "models/" + MODEL + "/drift/distance?" + fault.query());

        JsonNode drawn = drawn("chart-distribution");

        double[] baseline = values(drawn, "Baseline");
        double[] current = values(drawn, "This window");
        assertThat(bins.size()).isGreaterThan(5);
        assertThat(current).hasSize(bins.size());
        for (int bin = 0; bin < bins.size(); bin++) {
            assertThat(baseline[bin])
                    .isEqualTo(bins.path(bin).path("referenceShare").asDouble(), within(1e-9));
            assertThat(current[bin])
                    .isEqualTo(bins.path(bin).path("currentShare").asDouble(), within(1e-9));
        }
        assertThat(drawn.path("width").asInt()).isGreaterThan(200);
    }

    @Test
    void theDrawnHistoryRisesOnTheFaultDaysAndIsTheOneOfRest() {
        Days fault = stack.faultDays();
        Days month =
                new Days(fault.from().minus(Duration.ofDays(18)), fault.to().plus(Duration.ofDays(8)));
        JsonNode points =
                rest("drift/distance/history?interval=P1D&" + month.query()).path("points");
        signIn("demo-editor", "models/" + MODEL + "/drift/distance?" + month.query());

        double[] effects = values(drawn("chart-feature-history"), "Drift effect");

        assertThat(effects).hasSize(points.size());
        // Which flights are replayed depends on the time of day, and with them how high a single day rises. That the
        // faulty days stand above all others does not.
        double lowestFault = Double.MAX_VALUE;
        double highestOther = 0;
        int faultDays = 0;
        for (int index = 0; index < effects.length; index++) {
            JsonNode point = points.path(index);
            assertThat(effects[index]).isEqualTo(point.path("effect").asDouble(), within(1e-9));
            Instant start = Instant.parse(point.path("start").asText());
            if (start.isBefore(fault.from()) || !start.isBefore(fault.to())) {
                highestOther = Math.max(highestOther, effects[index]);
            } else {
                lowestFault = Math.min(lowestFault, effects[index]);
                faultDays++;
            }
        }
        assertThat(faultDays).isEqualTo(3);
        assertThat(lowestFault).isGreaterThan(0.1).isGreaterThan(highestOther);
    }
}
