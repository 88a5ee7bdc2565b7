package io.tidewatch.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlattScalingTest {
    @Test
    void findsTheCurveThatMadeTheOutcomes() {
        Random random = new Random(1);
        PlattScaling truth = new PlattScaling(0.7, -0.4);
        double[] scores = random.doubles(200_000, 0.02, 0.98).toArray();
        boolean[] outcomes = new boolean[scores.length];
        for (int row = 0; row < scores.length; row++) {
            outcomes[row] = random.nextDouble() < truth.probability(scores[row]);
        }

        PlattScaling fitted = PlattScaling.fit(scores, outcomes);

        assertThat(fitted.slope()).isEqualTo(0.7, within(0.02));
        assertThat(fitted.intercept()).isEqualTo(-0.4, within(0.02));
    }

    @Test
    void theMeanProbabilityIsTheShareOfPositives() {
        double[] scores = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
        boolean[] outcomes = {false, true, false, false, true, true};

        PlattScaling fitted = PlattScaling.fit(scores, outcomes);

        double sum = 0;
        for (double score : scores) {
            sum += fitted.probability(score);
        }
        assertThat(sum).isEqualTo(3, within(1e-6));
    }

    @Test
    void scoresOfZeroAndOneStayFinite() {
        PlattScaling scaling = new PlattScaling(1, 0);

        assertThat(scaling.probability(0)).isBetween(0.0, 1e-5);
        assertThat(scaling.probability(1)).isBetween(1 - 1e-5, 1.0);
    }
}
