package io.tidewatch.demo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.demo.journey.DemoStack.Days;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The injected fault as REST tells of it: kilometres instead of miles on three days. */
@ExtendWith(DemoStack.Shared.class)
class DemoDriftTest {
    private final DemoStack stack;
    private final Rest rest;

    DemoDriftTest(DemoStack stack) {
        this.stack = stack;
        this.rest = stack.rest(DemoStack.AIRLINE, "delays");
    }

    private JsonNode drift(Days days) {
        return rest.get("models/flight-delay/drift?" + days.query());
    }

    private static JsonNode feature(JsonNode drift, String name) {
        return Stream.iterate(0, index -> index + 1)
                .limit(drift.path("features").size())
                .map(index -> drift.path("features").path(index))
                .filter(feature -> feature.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onTheThreeFaultDaysDistanceIsTheMostDriftedFeature() {
        JsonNode drift = drift(stack.faultDays());

        JsonNode first = drift.path("features").path(0);
        assertThat(first.path("name").asText()).isEqualTo("distance");
        assertThat(first.path("status").asText()).isEqualTo("critical");
        assertThat(first.path("effect").asDouble()).isBetween(0.3, 0.6);
        assertThat(drift.path("status").asText()).isEqualTo("critical");
    }

    @ParameterizedTest
    @ValueSource(ints = {-12, -9, -6, -3, 3, 6})
    void beforeAndAfterItIsNot(int days) {
        JsonNode drift = drift(stack.faultDays().moved(days));

        assertThat(drift.path("features").path(0).path("name").asText()).isNotEqualTo("distance");
        JsonNode distance = feature(drift, "distance");
        assertThat(distance.path("status").asText()).isEqualTo("ok");
        assertThat(distance.path("effect").asDouble()).isLessThan(0.05);
    }

    @Test
    void theHistoryShowsExactlyTheThreeDays() {
        Days days = stack.faultDays();
        Days month = new Days(days.from().minus(Duration.ofDays(18)), days.to().plus(Duration.ofDays(8)));

        JsonNode history = rest.get("models/flight-delay/drift/distance/history?interval=P1D&" + month.query());

        List<Instant> high = new ArrayList<>();
        for (JsonNode point : history.path("points")) {
            if (point.path("effect").asDouble() > 0.1) {
                high.add(Instant.parse(point.path("start").asText()));
            }
        }
        assertThat(high)
                .containsExactly(
                        days.from(),
                        days.from().plus(Duration.ofDays(1)),
                        days.from().plus(Duration.ofDays(2)));
    }

    @Test
    void theOtherModelsSeeTheSameFault() {
        JsonNode minutes = stack.rest(DemoStack.AIRLINE, "network")
                .get("models/delay-minutes/drift?" + stack.faultDays().query());

        assertThat(minutes.path("features").path(0).path("name").asText()).isEqualTo("distance");
    }

    static List<String> models() {
        return List.of("flight-delay", "delay-minutes");
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFlightIsStoredOnce(String model) {
        Rest team = stack.rest(DemoStack.AIRLINE, model.equals("flight-delay") ? "delays" : "network");

        JsonNode volume = team.get("models/" + model + "/volume?interval=P1D&from=" + stack.dayOf2001(2, 1) + "&to="
                + stack.dayOf2001(7, 1));

        assertThat(volume.path("total").asInt()).isEqualTo(DemoStack.FLIGHTS);
    }

    @Test
    void bothVersionsRankFlightsWellInUse() {
        JsonNode performance = rest.get("models/flight-delay/performance?interval=P1D&from=" + stack.dayOf2001(2, 1)
                + "&to=" + stack.dayOf2001(6, 29));

        List<String> versions = new ArrayList<>();
        for (JsonNode overall : performance.path("overall")) {
            if (!overall.path("version").isNull()) {
                versions.add(overall.path("version").asText());
                assertThat(overall.path("metrics").path("roc_auc").asDouble()).isGreaterThan(0.7);
                assertThat(overall.path("coverage").asDouble()).isGreaterThan(0.999);
            }
        }
        assertThat(versions).containsExactlyInAnyOrder("1", "2");
    }
}
