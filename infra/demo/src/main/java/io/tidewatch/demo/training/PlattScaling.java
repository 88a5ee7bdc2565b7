package io.tidewatch.demo.training;

/**
 * Maps a raw score to a probability by a logistic curve over its log odds (Platt scaling). Monotone, so ranking and ROC AUC
 * stay as they are.
 *
 * @param slope factor on the log odds
 * @param intercept added to them
 */
record PlattScaling(double slope, double intercept) {
    private static final double SCORE_FLOOR = 1e-6;
    private static final int MAX_STEPS = 50;
    private static final double ENOUGH = 1e-10;

    /** The curve of greatest likelihood for raw scores (0 to 1) with known outcomes, by Newton's method. */
    static PlattScaling fit(double[] scores, boolean[] outcomes) {
        double slope = 1;
        double intercept = 0;
        for (int step = 0; step < MAX_STEPS; step++) {
            double slopeGradient = 0;
            double interceptGradient = 0;
            double slopeSlope = 0;
            double slopeIntercept = 0;
            double interceptIntercept = 0;
            for (int row = 0; row < scores.length; row++) {
                double x = logOdds(scores[row]);
                double probability = sigmoid(slope * x + intercept);
                double residual = (outcomes[row] ? 1 : 0) - probability;
                double weight = probability * (1 - probability);
                slopeGradient += residual * x;
                interceptGradient += residual;
                slopeSlope += weight * x * x;
                slopeIntercept += weight * x;
                interceptIntercept += weight;
            }
            double determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept;
            if (!(Math.abs(determinant) > 0)) {
                break;
            }
            double slopeStep = (slopeGradient * interceptIntercept - interceptGradient * slopeIntercept) / determinant;
            double interceptStep = (interceptGradient * slopeSlope - slopeGradient * slopeIntercept) / determinant;
            slope += slopeStep;
            intercept += interceptStep;
            if (Math.abs(slopeStep) + Math.abs(interceptStep) < ENOUGH) {
                break;
            }
        }
        return new PlattScaling(slope, intercept);
    }

    double probability(double score) {
        return sigmoid(slope * logOdds(score) + intercept);
    }

    private static double logOdds(double score) {
        double inside = Math.clamp(score, SCORE_FLOOR, 1 - SCORE_FLOOR);
        return Math.log(inside / (1 - inside));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
