package io.tidewatch.analysis.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {

    @Test
    void adjustsAsPublished() {
        // Values of R 4.3: p.adjust(c(0.01, 0.04, 0.03, 0.005), "BH").
        double[] adjusted = BenjaminiHochberg.adjust(new double[] {0.01, 0.04, 0.03, 0.005});
        assertThat(adjusted).containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-12));
    }

    @Test
    void signalsWithoutDataDoNotCount() {
        double[] adjusted = BenjaminiHochberg.adjust(new double[] {Double.NaN, 0.01, Double.NaN});
        assertThat(adjusted[0]).isNaN();
        assertThat(adjusted[1]).isEqualTo(0.01);
    }
}
