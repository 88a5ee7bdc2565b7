package io.tidewatch.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionLimitsTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final SessionLimits limits = new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(8));

    @Test
    void aSessionInUseGoesOn() {
        assertThat(limits.check(START, START.plusSeconds(3600), START.plusSeconds(3600 + 1799)))
                .isEmpty();
    }

    @Test
    void aSessionAtRestEnds() {
        assertThat(limits.check(START, START.plusSeconds(3600), START.plusSeconds(3600 + 1800)))
                .contains(EndReason.IDLE);
    }

    @Test
    void noSessionLastsForever() {
        Instant end = START.plus(Duration.ofHours(8));

        assertThat(limits.check(START, end, end.minusSeconds(1))).isEmpty();
        assertThat(limits.check(START, end, end)).contains(EndReason.LONGEST);
    }

    @Test
    void theReasonNamesTheLimit() {
        assertThat(limits.explain(EndReason.IDLE)).contains("nothing was clicked for 30 minutes");
        assertThat(limits.explain(EndReason.LONGEST)).contains("8 hours at most");
        assertThat(SessionLimits.words(Duration.ofSeconds(45))).isEqualTo("45 seconds");
        assertThat(SessionLimits.words(Duration.ofHours(1))).isEqualTo("1 hour");
        assertThat(EndReason.of("idle")).isEqualTo(EndReason.IDLE);
        assertThat(EndReason.of(null)).isEqualTo(EndReason.ENDED);
        assertThat(EndReason.of("<script>")).isEqualTo(EndReason.ENDED);
    }
}
