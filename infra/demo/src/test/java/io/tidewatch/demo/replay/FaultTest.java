package io.tidewatch.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.demo.feature.DemoFeature;
import io.tidewatch.demo.feature.FeatureBuilder;
import io.tidewatch.demo.feature.FeatureVector;
import io.tidewatch.demo.flight.Flight;
import io.tidewatch.demo.flight.FlightTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {
    private static final TimeShift SHIFT = TimeShift.endingAt(Instant.parse("2026-10-01T15:42:31Z"));
    private static final int JUNE_18 = FlightTime.startOf(LocalDate.of(2001, 6, 18));
    private static final int JUNE_21 = FlightTime.startOf(LocalDate.of(2001, 6, 21));
    private static final FeatureVector FEATURES =
            new FeatureBuilder().features(new Flight(JUNE_18, 0, 1_000, "ATL", "DFW"));

    @Test
    void theDefaultIsThreeDaysOfKilometres() {
        Fault fault = Fault.parse(Fault.DEFAULT, SHIFT);

        assertThat(fault).isEqualTo(new Fault(DemoFeature.DISTANCE, 1.609344, JUNE_18, JUNE_21));
    }

    @Test
    void multipliesItsFeatureInItsTimeOnly() {
        Fault fault = Fault.parse(Fault.DEFAULT, SHIFT);

        assertThat(fault.apply(FEATURES, JUNE_18 - 1)).isSameAs(FEATURES);
        assertThat(fault.apply(FEATURES, JUNE_21)).isSameAs(FEATURES);
        assertThat(fault.apply(FEATURES, JUNE_18).number(DemoFeature.DISTANCE)).isEqualTo(1609.344, within(1e-9));
        assertThat(fault.apply(FEATURES, JUNE_21 - 1).number(DemoFeature.DISTANCE))
                .isEqualTo(1609.344, within(1e-9));
        assertThat(fault.apply(FEATURES, JUNE_18).number(DemoFeature.HOUR))
                .isEqualTo(FEATURES.number(DemoFeature.HOUR));
    }

    @Test
    void timesOfTheReplayMeanTheSameFlights() {
        // The 30th of June falls on the 1st of October, so the 18th falls on the 19th of September.
        assertThat(Fault.parse("distance,1.609344,2026-09-19,2026-09-22", SHIFT))
                .isEqualTo(Fault.parse(Fault.DEFAULT, SHIFT));
    }

    @Test
    void takesInstantsAndDistancesFromTheEnd() {
        Fault fault = Fault.parse("originRecentDelay, -2, 2001-06-18T06:30:00Z, -36h", SHIFT);

        assertThat(fault.feature()).isEqualTo(DemoFeature.ORIGIN_RECENT_DELAY);
        assertThat(fault.factor()).isEqualTo(-2);
        assertThat(fault.fromMinute()).isEqualTo(JUNE_18 + 390);
        assertThat(FlightTime.toDateTime(fault.toMinute())).isEqualTo(LocalDateTime.of(2001, 6, 29, 3, 42));
        assertThat(Fault.parse("hour,2,-12d,-9d", SHIFT).fromMinute())
                .isEqualTo(SHIFT.cutoffMinute() - 12 * FlightTime.MINUTES_PER_DAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "distance,2,2001-06-18 | is written feature,factor,from,to",
                "origin,2,-3d,-2d | must be one of the numeric ones: hour, distance",
                "colour,2,-3d,-2d | must be one of the numeric ones",
                "distance,much,-3d,-2d | factor must be a number: much",
                "distance,Infinity,-3d,-2d | factor must be a number: Infinity",
                "distance,2,yesterday,-2d | must be a date, an instant like",
                "distance,2,2001-06-31,-2d | must be a date, an instant like",
                "distance,2,-2d,-3d | must end after it begins",
            })
    void saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> Fault.parse(text, SHIFT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
