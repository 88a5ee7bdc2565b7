package io.tidewatch.platform.limit.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenBucketPropertyTest {

    private static final double ROUNDING = 1e-6;

    @Test
    void noMoreIsAdmittedThanBurstRateAndTheLastRequest() {
        qt().forAll(
                        integers().between(1, 1_000),
                        integers().between(1, 5_000),
                        lists().of(integers().between(0, 800)).ofSizeBetween(1, 60),
                        lists().of(integers().between(1, 3_000)).ofSize(60))
                .checkAssert((perSecond, burst, pauses, amounts) -> {
                    Rate rate = new Rate(perSecond, burst);
                    TokenBucket bucket = TokenBucket.full(rate, 0);
                    long now = 0;
                    double admitted = 0;
                    for (int i = 0; i < pauses.size(); i++) {
                        now += pauses.get(i);
                        bucket = bucket.at(rate, now);
                        if (bucket.admits()) {
                            // What came before the request that made the debt fits the burst and the time.
                            assertThat(admitted).isLessThanOrEqualTo(burst + perSecond * (now / 1_000.0) + ROUNDING);
                            admitted += amounts.get(i);
                            bucket = bucket.charge(rate, amounts.get(i));
                        }
                    }
                });
    }

    @Test
    void whoWaitsAsLongAsHeIsToldIsAdmittedAndWhoComesMuchEarlierIsNot() {
        qt().forAll(
                        integers().between(1, 100_000),
                        integers().between(1, 100_000),
                        integers().between(0, 10_000_000))
                .checkAssert((perSecond, burst, taken) -> {
                    Rate rate = new Rate(perSecond, burst);
                    TokenBucket bucket = TokenBucket.full(rate, 0).charge(rate, taken);
                    long wait = bucket.untilAdmits(rate).toMillis();
                    assertThat(bucket.at(rate, wait).admits()).isTrue();
                    if (wait > 2) {
                        assertThat(bucket.at(rate, wait - 2).admits()).isFalse();
                    }
                });
    }

    @Test
    void aBucketIsNeverFullerThanItsBurst() {
        qt().forAll(
                        integers().between(1, 1_000),
                        integers().between(1, 1_000),
                        lists().of(integers().between(-500, 500)).ofSizeBetween(0, 40))
                .checkAssert((perSecond, burst, amounts) -> {
                    Rate rate = new Rate(perSecond, burst);
                    TokenBucket bucket = TokenBucket.full(rate, 0);
                    for (int i = 0; i < amounts.size(); i++) {
                        bucket = bucket.at(rate, i * 10L).charge(rate, amounts.get(i));
                        assertThat(bucket.tokens()).isLessThanOrEqualTo(burst);
                    }
                });
    }

    @Test
    void aClockThatGoesBackFillsNothingAndDoesNotStopTheFilling() {
        Rate rate = new Rate(10, 10);
        TokenBucket empty = TokenBucket.full(rate, 1_000_000).charge(rate, 15);

        TokenBucket back = empty.at(rate, 0);

        assertThat(back.tokens()).isEqualTo(-5);
        assertThat(back.at(rate, 1_000).tokens()).isEqualTo(5);
    }

    @Test
    void windowIsTheTimeInWhichAnEmptyBucketFills() {
        assertThat(List.of(new Rate(10, 10), new Rate(10, 25), new Rate(10, 1)))
                .extracting(Rate::windowSeconds)
                .containsExactly(1L, 3L, 1L);
    }
}
