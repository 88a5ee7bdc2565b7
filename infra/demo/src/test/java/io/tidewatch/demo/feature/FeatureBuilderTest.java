package io.tidewatch.demo.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.demo.flight.Flight;
import io.tidewatch.demo.flight.FlightTime;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class FeatureBuilderTest {
    private static final int MORNING = FlightTime.toMinute(LocalDateTime.of(2001, 1, 8, 7, 0));

    private final FeatureBuilder builder = new FeatureBuilder();

    private static Flight flight(int minute, int delay) {
        return new Flight(minute, delay, 214, "ATL", "SAV");
    }

    @Test
    void theFirstFlightHasPriorsOnly() {
        FeatureVector features = builder.features(flight(MORNING, 500));

        assertThat(features.number(DemoFeature.HOUR)).isEqualTo(7);
        assertThat(features.category(DemoFeature.WEEKDAY)).isEqualTo("Monday");
        assertThat(features.number(DemoFeature.DISTANCE)).isEqualTo(214);
        assertThat(features.category(DemoFeature.ORIGIN)).isEqualTo("ATL");
        assertThat(features.category(DemoFeature.DESTINATION)).isEqualTo("SAV");
        assertThat(features.number(DemoFeature.ROUTE_LATE_RATIO)).isEqualTo(1, within(1e-12));
        assertThat(features.number(DemoFeature.ORIGIN_RECENT_LATE_SHARE)).isEqualTo(0.2, within(1e-12));
        assertThat(features.number(DemoFeature.ORIGIN_RECENT_DELAY)).isZero();
        assertThat(features.number(DemoFeature.ORIGIN_RECENT_DEPARTURES)).isZero();
    }

    @Test
    void departuresCountAtOnceAndFade() {
        builder.departed(flight(MORNING, 0));

        assertThat(builder.features(flight(MORNING, 0)).number(DemoFeature.ORIGIN_RECENT_DEPARTURES))
                .isEqualTo(1);
        assertThat(builder.features(flight(MORNING + 60, 0)).number(DemoFeature.ORIGIN_RECENT_DEPARTURES))
                .isEqualTo(0.5, within(1e-12));
    }

    @Test
    void aDelayCountsFromTheLandingOn() {
        Flight late = flight(MORNING, 90);
        builder.departed(late);

        assertThat(builder.features(flight(late.outcomeKnownAtMinute() - 1, 0)).number(DemoFeature.ORIGIN_RECENT_DELAY))
                .isZero();
        // One landing of 90 minutes and two punctual ones as prior.
        assertThat(builder.features(flight(late.outcomeKnownAtMinute(), 0)).number(DemoFeature.ORIGIN_RECENT_DELAY))
                .isEqualTo(30, within(1e-12));
    }

    @Test
    void whatMixesClocksWaitsForTheSlowestClock() {
        Flight late = flight(MORNING, 90);
        builder.departed(late);
        int known = late.outcomeKnownAtMinute();
        double before = builder.features(flight(known + FlightTime.MAX_CLOCK_DIFFERENCE_MINUTES - 1, 0))
                .number(DemoFeature.DESTINATION_HOUR_LATE_RATIO);

        // Asked at the same hour of the next day, when the destination's history has the late flight.
        double after = builder.features(flight(MORNING + FlightTime.MINUTES_PER_DAY, 0))
                .number(DemoFeature.DESTINATION_HOUR_LATE_RATIO);

        assertThat(before).isEqualTo(1, within(1e-12));
        assertThat(after).isGreaterThan(1.05);
    }

    @Test
    void aChangedWholeNumberStaysWhole() {
        FeatureVector features = builder.features(flight(MORNING, 0));

        assertThat(features.with(DemoFeature.HOUR, 7 * 1.6).number(DemoFeature.HOUR))
                .isEqualTo(11);
        assertThat(features.with(DemoFeature.DISTANCE, 1.5).number(DemoFeature.DISTANCE))
                .isEqualTo(1.5);
        assertThat(features.number(DemoFeature.HOUR)).isEqualTo(7);
    }

    @Test
    void categoriesAreNotNumbers() {
        FeatureVector features = builder.features(flight(MORNING, 0));

        assertThatThrownBy(() -> features.number(DemoFeature.ORIGIN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> features.category(DemoFeature.HOUR)).isInstanceOf(IllegalArgumentException.class);
    }
}
