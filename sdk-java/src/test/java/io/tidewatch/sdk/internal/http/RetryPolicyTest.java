package io.tidewatch.sdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void doublesUpToTheMaximumWithJitterOnTheUpperHalf() {
        RetryPolicy policy = new RetryPolicy(Duration.ofMillis(100), Duration.ofMillis(350));

        assertThat(policy.delayNanos(1, 0)).isEqualTo(50_000_000);
        assertThat(policy.delayNanos(1, 0.5)).isEqualTo(75_000_000);
        assertThat(policy.delayNanos(2, 0)).isEqualTo(100_000_000);
        assertThat(policy.delayNanos(3, 0)).isEqualTo(175_000_000);
        assertThat(policy.delayNanos(1000, 0)).isEqualTo(175_000_000);
    }

    @Test
    void staysWithinItsBounds() {
        qt().forAll(integers().allPositive(), doubles().between(0, 0.999)).checkAssert((failures, random) -> {
            long delay = RetryPolicy.DEFAULT.delayNanos(failures, random);
            assertThat(delay).isBetween(250_000_000L, 30_000_000_000L);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "120, 120",
        "' 7 ', 7",
        "'Sun, 1 Mar 2026 12:00:30 GMT', 30",
        "'Sun, 1 Mar 2026 11:00:00 GMT', 0",
        "999999999, 3600",
        "99999999999999, 0",
        "-5, 0",
        "soon, 0",
        "'', 0",
        "1.5, 0",
    })
    void readsRetryAfter(String header, long seconds) {
        assertThat(RetryPolicy.retryAfter(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void noHeaderAsksForNothing() {
        assertThat(RetryPolicy.retryAfter(null, NOW)).isZero();
    }
}
