package io.tidewatch.demo.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EvenSampleTest {
    private static long[] taken(EvenSample sample, long total) {
        return LongStream.range(0, total).filter(sample::takes).toArray();
    }

    @Test
    void takesExactlyAsManyAsWanted() {
        qt().forAll(longs().between(0, 3_000), longs().between(0, 4_000), longs().all())
                .check((total, wanted, seed) -> {
                    EvenSample sample = new EvenSample(total, wanted, seed);
                    return taken(sample, total).length == Math.min(total, wanted)
                            && sample.size() == Math.min(total, wanted);
                });
    }

    @Test
    void everyStretchGivesOne() {
        long[] taken = taken(new EvenSample(10_000, 100, 5), 10_000);

        for (int stretch = 0; stretch < taken.length; stretch++) {
            assertThat(taken[stretch]).isBetween(stretch * 100L, stretch * 100L + 99);
        }
    }

    @Test
    void theSameSeedTakesTheSameItemsAndAnotherSeedOthers() {
        assertThat(taken(new EvenSample(1_000, 100, 7), 1_000)).isEqualTo(taken(new EvenSample(1_000, 100, 7), 1_000));
        assertThat(taken(new EvenSample(1_000, 100, 7), 1_000))
                .isNotEqualTo(taken(new EvenSample(1_000, 100, 8), 1_000));
    }

    @Test
    void takesNothingOutsideTheItems() {
        EvenSample all = new EvenSample(3, 3, 1);

        assertThat(all.takes(2)).isTrue();
        assertThat(all.takes(3)).isFalse();
        assertThat(all.takes(-1)).isFalse();
    }

    @Test
    void holdsForAllThreeMillionFlights() {
        EvenSample all = new EvenSample(2_500_000, Long.MAX_VALUE, 1);

        assertThat(all.size()).isEqualTo(2_500_000);
        assertThat(all.takes(2_499_999)).isTrue();
    }

    @Test
    void refusesNegativeNumbers() {
        assertThatThrownBy(() -> new EvenSample(-1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
