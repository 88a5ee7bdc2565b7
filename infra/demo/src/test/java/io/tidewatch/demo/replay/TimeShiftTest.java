package io.tidewatch.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import io.tidewatch.demo.flight.FlightTime;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class TimeShiftTest {
    private static final Instant NOW = Instant.parse("2026-10-01T15:42:31Z");

    @Test
    void theLastDayOfJuneIsToday() {
        TimeShift shift = TimeShift.endingAt(NOW);

        assertThat(shift.toInstant(FlightTime.toMinute(LocalDateTime.of(2001, 6, 30, 15, 42))))
                .isEqualTo("2026-10-01T15:42:00Z");
        assertThat(FlightTime.toDateTime(shift.cutoffMinute())).isEqualTo(LocalDateTime.of(2001, 6, 30, 15, 42));
    }

    @Test
    void everyFlightKeepsItsTimeOfDay() {
        qt().forAll(longs().between(1_600_000_000L, 2_500_000_000L), integers().between(0, 181 * 24 * 60))
                .check((now, minute) -> {
                    int flightMinute = FlightTime.toMinute(LocalDateTime.of(2001, 1, 1, 0, 0)) + minute;
                    Instant replayed =
                            TimeShift.endingAt(Instant.ofEpochSecond(now)).toInstant(flightMinute);
                    return replayed.getEpochSecond() % 86_400 == (long) flightMinute % 1_440 * 60;
                });
    }

    @Test
    void theReplayEndsNow() {
        qt().forAll(longs().between(1_600_000_000L, 2_500_000_000L)).check(now -> {
            TimeShift shift = TimeShift.endingAt(Instant.ofEpochSecond(now));
            long behind = now - shift.toInstant(shift.cutoffMinute()).getEpochSecond();
            return behind >= 0 && behind < 60;
        });
    }

    @Test
    void backAndForthIsTheSame() {
        TimeShift shift = TimeShift.endingAt(NOW);

        assertThat(shift.toFlightMinute(shift.toInstant(16_500_000))).isEqualTo(16_500_000);
    }
}
