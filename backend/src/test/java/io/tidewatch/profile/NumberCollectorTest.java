package io.tidewatch.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumberCollectorTest {

    private static final int MAX = 1_000;

    @Test
    void fewValuesStayExact() {
        NumberCollector collector = collector();
        for (int i = 0; i < 5_000; i++) {
            collector.add((i % MAX) / 3.0);
        }
        collector.add(Double.POSITIVE_INFINITY);
        collector.add(-0.0);

        NumberCounts counts = collector.counts(5_003);
        assertThat(counts.precisionBits()).isEqualTo(NumberCounts.EXACT);
        assertThat(counts.size()).isEqualTo(MAX);
        assertThat(counts.present()).isEqualTo(5_001);
        assertThat(counts.missing()).isEqualTo(1);
        assertThat(counts.infinite()).isEqualTo(1);
        assertThat(counts.value(0)).isEqualTo(0.0);
        assertThat(counts.count(0)).isEqualTo(6);
    }

    @Test
    void manyValuesAreRoundedAndNoneIsLost() {
        SplittableRandom random = new SplittableRandom(7);
        NumberCollector collector = collector();
        double sum = 0;
        int n = 200_000;
        for (int i = 0; i < n; i++) {
            double value = 1 + random.nextDouble();
            sum += value;
            collector.add(value);
        }

        NumberCounts counts = collector.counts(n);
        assertThat(counts.size()).isBetween(MAX / 2, 1_024);
        assertThat(counts.present()).isEqualTo(n);
        double kept = 0;
        for (int row = 0; row < counts.size(); row++) {
            assertThat(row == 0 || counts.value(row) > counts.value(row - 1)).isTrue();
            kept += counts.value(row) * counts.count(row);
        }
        assertThat(kept / n).isCloseTo(sum / n, within(2 * Math.scalb(1.0, -counts.precisionBits())));
    }

    @Test
    void cellsAreReadAsPeopleWriteThem() {
        NumberCollector collector = collector();
        assertThat(collector.read(" 1e3 ").value()).isEqualTo(1000.0);
        assertThat(collector.read(7).value()).isEqualTo(7.0);
        for (Object missing : new Object[] {"", " ", "NA", "n/a", "NaN", "null", Double.NaN}) {
            assertThat(collector.read(missing).value()).isNull();
            assertThat(collector.read(missing).problem()).isNull();
        }
        assertThat(collector.read("-inf").value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(collector.read("+.5").value()).isEqualTo(0.5);
        assertThat(collector.read("1,5").problem()).isEqualTo("must be a number with a decimal point, not a comma");
        for (String bad : new String[] {"1d", "0x1p3", "1.2.3", "1_000", "--1", "e5"}) {
            assertThat(collector.read(bad).problem()).isEqualTo("must be a number");
        }
        assertThat(collector.read(true).problem()).isEqualTo("must be a number");
        assertThat(new NumberCollector(Variable.SCORE, MAX).read("1.2").problem())
                .isEqualTo("must be from 0 to 1");
    }

    private static NumberCollector collector() {
        return new NumberCollector(Variable.PREDICTED_VALUE, MAX);
    }
}
