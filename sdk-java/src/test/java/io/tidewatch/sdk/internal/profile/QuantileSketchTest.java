package io.tidewatch.sdk.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileSketchTest {

    private static final double[] PROBABILITIES = {0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 511})
    void fewValuesAreExact(int count) {
        QuantileSketch sketch = new QuantileSketch();
        for (int i = count; i >= 1; i--) {
            sketch.add(i);
        }
        for (double probability : PROBABILITIES) {
            assertThat(sketch.quantiles(probability)).containsExactly(Math.max(1, Math.ceil(probability * count)));
        }
    }

    @Test
    void manyValuesAreOffByLittle() {
        SplittableRandom random = new SplittableRandom(7);
        isOffByLittle(1_000_000, random::nextDouble);
        isOffByLittle(300_000, () -> Math.exp(10 * random.nextDouble()));
        isOffByLittle(100_000, () -> random.nextInt(20));
    }

    @Test
    void sortedAndReversedValuesAreOffByLittle() {
        double[] next = {0};
        isOffByLittle(500_000, () -> next[0]++);
        isOffByLittle(500_000, () -> next[0]--);
    }

    @Test
    void theSameValuesGiveTheSameAnswers() {
        QuantileSketch one = new QuantileSketch();
        QuantileSketch other = new QuantileSketch();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 10_000; i++) {
            double value = random.nextDouble();
            one.add(value);
            other.add(value);
        }
        assertThat(one.quantiles(PROBABILITIES)).containsExactly(other.quantiles(PROBABILITIES));
    }

    /** The rank of each answer, or of its ties, is within 1.5 % of what was asked for: five standard deviations. */
    private static void isOffByLittle(int count, DoubleSupplier values) {
        QuantileSketch sketch = new QuantileSketch();
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            all[i] = values.getAsDouble();
            sketch.add(all[i]);
        }
        Arrays.sort(all);
        double[] answers = sketch.quantiles(PROBABILITIES);
        for (int i = 0; i < answers.length; i++) {
            double answer = answers[i];
            double below = Arrays.stream(all).filter(value -> value < answer).count() / (double) count;
            double upTo = Arrays.stream(all).filter(value -> value <= answer).count() / (double) count;
            double nearest = Math.min(Math.max(PROBABILITIES[i], below), upTo);
            assertThat(nearest).isCloseTo(PROBABILITIES[i], within(0.015));
        }
        assertThat(answers).isSorted();
    }
}
