package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.strings;

import io.tidewatch.sdk.internal.id.UuidV7;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTest {

    @Test
    void keepsAboutTheShareAskedFor() {
        Sampler sampler = new Sampler(0.1);
        int ids = 100_000;

        double uuids = IntStream.range(0, ids)
                .filter(i -> sampler.keeps(UuidV7.next(1_770_000_000_000L + i)))
                .count();
        double counters =
                IntStream.range(0, ids).filter(i -> sampler.keeps("order-" + i)).count();

        // Four standard deviations.
        assertThat(uuids / ids).isCloseTo(0.1, within(0.004));
        assertThat(counters / ids).isCloseTo(0.1, within(0.004));
    }

    @Test
    void aHigherRateKeepsAllThatALowerOneKeeps() {
        qt().forAll(
                        strings().allPossible().ofLengthBetween(0, 40),
                        doubles().between(0, 1),
                        doubles().between(0, 1))
                .checkAssert((id, a, b) -> {
                    if (new Sampler(Math.min(a, b)).keeps(id)) {
                        assertThat(new Sampler(Math.max(a, b)).keeps(id)).isTrue();
                    }
                });
    }

    @Test
    void oneKeepsAllAndZeroNone() {
        assertThat(new Sampler(1).keeps("id")).isTrue();
        assertThat(new Sampler(0).keeps("id")).isFalse();
    }

    @Test
    void decidesAlikeInEveryReleaseOfThisLibrary() {
        // Written down once, from an independent computation: a change would part ground truths from their predictions.
        assertThat(Sampler.position("0190163d-8694-739b-aea5-966c26f8ad91")).isEqualTo(0.15267598826168294);
    }
}
