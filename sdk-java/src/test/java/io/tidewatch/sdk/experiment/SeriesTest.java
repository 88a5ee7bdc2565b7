package io.tidewatch.sdk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {

    @Test
    void aShortSeriesIsKeptWhole() {
        Series series = filled(Series.MAX_POINTS);
        assertThat(series.size()).isEqualTo(Series.MAX_POINTS);
        assertThat(series.steps()[999]).isEqualTo(999);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 1_002, 1_999, 2_000, 2_001, 5_000, 123_457})
    void aLongSeriesIsThinnedEvenlyAndEndsWithTheNewestPoint(int count) {
        Series series = filled(count);
        long[] steps = series.steps();

        assertThat(steps.length).isBetween(Series.MAX_POINTS / 2, Series.MAX_POINTS);
        assertThat(steps[0]).isZero();
        assertThat(steps[steps.length - 1]).isEqualTo(count - 1);
        long stride = steps[1];
        assertThat(Long.bitCount(stride)).isEqualTo(1);
        for (int i = 0; i < steps.length - 1; i++) {
            assertThat(steps[i]).isEqualTo(i * stride);
            assertThat(series.values()[i]).isEqualTo(-i * stride);
        }
    }

    @Test
    void stepsRiseAndTheLastMayBeCorrected() {
        Series series = new Series();
        assertThat(series.add(5, 1)).isTrue();
        assertThat(series.add(5, 2)).isTrue();
        assertThat(series.add(4, 3)).isFalse();
        assertThat(series.add(-1, 3)).isFalse();
        assertThat(series.steps()).containsExactly(5);
        assertThat(series.values()).containsExactly(2);
    }

    private static Series filled(int count) {
        Series series = new Series();
        for (int i = 0; i < count; i++) {
            assertThat(series.add(i, -i)).isTrue();
        }
        return series;
    }
}
