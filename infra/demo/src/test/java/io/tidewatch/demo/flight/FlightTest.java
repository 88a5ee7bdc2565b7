package io.tidewatch.demo.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class FlightTest {
    private static final Flight LATE_EVENING =
            new Flight(FlightTime.toMinute(LocalDateTime.of(2001, 6, 18, 22, 45)), 16, 2_475, "JFK", "LAX");

    @Test
    void readsItsLocalClock() {
        assertThat(LATE_EVENING.hour()).isEqualTo(22);
        assertThat(LATE_EVENING.weekday()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(LATE_EVENING.departure()).isEqualTo(LocalDateTime.of(2001, 6, 18, 22, 45));
        assertThat(FlightTime.dateOf(LATE_EVENING.minute())).isEqualTo(LocalDate.of(2001, 6, 18));
    }

    @Test
    void isLateFromSixteenMinutesOn() {
        assertThat(LATE_EVENING.late()).isTrue();
        assertThat(new Flight(0, 15, 100, "ATL", "SAV").late()).isFalse();
    }

    @Test
    void itsDelayIsKnownOnlyAfterItsFlyingTimeAndItsDelay() {
        // 2,475 miles at 7 miles a minute are 353 minutes, 50 more on the ground.
        assertThat(LATE_EVENING.outcomeKnownAtMinute()).isEqualTo(LATE_EVENING.minute() + 50 + 353 + 16);
    }

    @Test
    void arrivingEarlyDoesNotTellTheFuture() {
        Flight early = new Flight(1_000, -20, 700, "ATL", "DFW");

        assertThat(early.outcomeKnownAtMinute()).isEqualTo(1_000 + 50 + 100);
    }

    @Test
    void nightRunsOverMidnight() {
        assertThat(Daypart.of(23)).isEqualTo(Daypart.NIGHT);
        assertThat(Daypart.of(4)).isEqualTo(Daypart.NIGHT);
        assertThat(Daypart.of(5)).isEqualTo(Daypart.MORNING);
        assertThat(Daypart.of(12)).isEqualTo(Daypart.AFTERNOON);
        assertThat(Daypart.of(17)).isEqualTo(Daypart.EVENING);
        assertThat(Daypart.of(21)).isEqualTo(Daypart.NIGHT);
    }
}
