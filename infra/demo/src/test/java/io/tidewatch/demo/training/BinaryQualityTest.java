package io.tidewatch.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BinaryQualityTest {
    private static final double[] PROBABILITIES = {0.1, 0.4, 0.35, 0.8, 0.4, 0.65};
    private static final boolean[] OUTCOMES = {false, false, true, true, true, false};

    @Test
    void measuresByTheUsualDefinitions() {
        BinaryQuality quality = BinaryQuality.of(PROBABILITIES, OUTCOMES, 0.5);

        // Pairs: 0.35 beats 0.1; 0.8 beats all three; 0.4 beats 0.1 and ties 0.4: 5.5 of 9.
        assertThat(quality.rocAuc()).isEqualTo(5.5 / 9, within(1e-12));
        double logLoss =
                -(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8) + Math.log(0.4) + Math.log(0.35)) / 6;
        assertThat(quality.logLoss()).isEqualTo(logLoss, within(1e-12));
        double brier = (0.01 + 0.16 + 0.4225 + 0.04 + 0.36 + 0.4225) / 6;
        assertThat(quality.brier()).isEqualTo(brier, within(1e-12));
        assertThat(quality.accuracy()).isEqualTo(3.0 / 6, within(1e-12));
        assertThat(quality.rows()).isEqualTo(6);
    }

    @Test
    void perfectRankingIsOneAndReversedIsZero() {
        assertThat(BinaryQuality.rocAuc(new double[] {0.1, 0.9}, new boolean[] {false, true}))
                .isEqualTo(1);
        assertThat(BinaryQuality.rocAuc(new double[] {0.9, 0.1}, new boolean[] {false, true}))
                .isZero();
        assertThat(BinaryQuality.rocAuc(new double[] {0.5, 0.5}, new boolean[] {false, true}))
                .isEqualTo(0.5);
    }

    @Test
    void theThresholdIsWhereF1IsBest() {
        double[] probabilities = {0.05, 0.1, 0.2, 0.31, 0.32, 0.6};
        boolean[] outcomes = {false, false, false, true, true, true};

        assertThat(BinaryQuality.bestF1Threshold(probabilities, outcomes)).isBetween(0.21, 0.31);
    }
}
