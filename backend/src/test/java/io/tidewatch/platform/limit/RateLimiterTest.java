package io.tidewatch.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.platform.limit.RateLimiter.Claim;
import io.tidewatch.platform.limit.RateLimiter.Verdict;
import io.tidewatch.platform.limit.decision.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final MovableClock clock = new MovableClock();
    private final RateLimiter limiter = new RateLimiter(clock, 100);

    @Test
    void nothingIsTakenUnlessEveryBucketAdmits() {
        Claim events = new Claim("a/events", "events", new Rate(10, 10), 10);
        Claim bytes = new Claim("a/bytes", "bytes", new Rate(100, 100), 50);
        assertThat(limiter.admit(List.of(events, bytes)).admitted()).isTrue();

        Verdict refused = limiter.admit(List.of(events, bytes));

        assertThat(refused.admitted()).isFalse();
        assertThat(refused.refusedBy()).isEqualTo(events);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(1));
        assertThat(limiter.look(List.of(bytes)).getFirst().remaining()).isEqualTo(50);
    }

    @Test
    void trueAmountIsPaidWithTime() {
        Claim claim = new Claim("a", "events", new Rate(10, 10), 1);
        assertThat(limiter.admit(List.of(claim)).admitted()).isTrue();
        limiter.settle(claim, 40);

        assertThat(limiter.admit(List.of(claim)).retryAfter())
                .isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_001));
        clock.advance(Duration.ofMillis(2_900));
        assertThat(limiter.admit(List.of(claim)).admitted()).isFalse();
        clock.advance(Duration.ofMillis(101));
        assertThat(limiter.admit(List.of(claim)).admitted()).isTrue();
    }

    @Test
    void whatWasNotTakenIsGivenBack() {
        Claim claim = new Claim("a", "events", new Rate(10, 10), 10);
        assertThat(limiter.admit(List.of(claim)).admitted()).isTrue();
        limiter.settle(claim, 0);
        assertThat(limiter.look(List.of(claim)).getFirst().remaining()).isEqualTo(10);
    }

    @Test
    void keysAreBoundedAndOneInDebtIsNotForgottenForTheSakeOfIdleOnes() {
        Claim debtor = new Claim("debtor", "events", new Rate(1, 1), 50);
        assertThat(limiter.admit(List.of(debtor)).admitted()).isTrue();
        for (int i = 0; i < 10_000; i++) {
            Claim idle = new Claim("idle-" + i, "events", new Rate(1_000, 10), 1);
            limiter.admit(List.of(idle));
            clock.advance(Duration.ofMillis(1));
            if (i % 10 == 0) {
                assertThat(limiter.admit(List.of(debtor)).admitted()).isFalse();
            }
        }
        assertThat(limiter.size()).isLessThanOrEqualTo(100);
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T00:00:00Z");

        void advance(Duration step) {
            now = now.plus(step);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
