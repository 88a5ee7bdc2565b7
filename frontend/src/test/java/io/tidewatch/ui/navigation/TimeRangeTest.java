package io.tidewatch.ui.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

    @Test
    void theLastDaysEndWithTheNextFullMinute() {
        Window window = new TimeRange.Last(7, ChronoUnit.DAYS).resolve(CLOCK);

        assertThat(window.to()).isEqualTo("2026-03-04T05:07:00Z");
        assertThat(window.from()).isEqualTo("2026-02-25T05:07:00Z");
    }

    @ParameterizedTest
    @CsvSource({"24h, Last 24 hours", "7d, Last 7 days", "400d, Last 400 days"})
    void codesAreReadAndWritten(String code, String label) {
        TimeRange range = TimeRange.parse(code, null, null);

        assertThat(range).isInstanceOfSatisfying(TimeRange.Last.class, last -> {
            assertThat(last.code()).isEqualTo(code);
            assertThat(last.label()).isEqualTo(label);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "0d", "-1d", "7w", "401d", "99999h", "7d;drop"})
    void anythingElseIsTheDefault(String code) {
        assertThat(TimeRange.parse(code, null, null)).isEqualTo(TimeRange.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2024-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "yesterday, today",
        "+1000000000-12-31T23:59:59Z, 2026-01-01T00:00:00Z"
    })
    void aFixedRangeThatCannotBeUsedIsTheDefault(String from, String to) {
        assertThat(TimeRange.parse(null, from, to)).isEqualTo(TimeRange.DEFAULT);
    }

    @Test
    void intervalsKeepTheNumberOfPointsReadable() {
        Instant now = CLOCK.instant();

        assertThat(new Window(now.minus(Duration.ofDays(4)), now).interval()).isEqualTo("PT1H");
        assertThat(new Window(now.minus(Duration.ofDays(5)), now).interval()).isEqualTo("P1D");
        assertThat(new Window(now.minus(Duration.ofHours(24)), now).coarseInterval())
                .isEqualTo("PT1H");
        assertThat(new Window(now.minus(Duration.ofDays(2)), now).coarseInterval())
                .isEqualTo("P1D");
    }
}
