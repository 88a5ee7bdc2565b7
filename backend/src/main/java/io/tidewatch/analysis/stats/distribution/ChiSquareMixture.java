package io.tidewatch.analysis.stats.distribution;

/**
 * Upper tail of a weighted sum of independent chi-square variables with one degree of freedom each, by the saddlepoint
 * approximation of Lugannani and Rice (Kuonen 1999). Unlike a match of the first two moments it holds far out in the
 * tail, where a large weight alone decides.
 */
public final class ChiSquareMixture {

    private ChiSquareMixture() {}

    /**
     * P(sum of weight_i chi-square_i >= statistic).
     *
     * @param weights all positive
     */
    public static double survival(double statistic, double[] weights) {
        double mean = 0;
        double squares = 0;
        double largest = 0;
        for (double weight : weights) {
            mean += weight;
            squares += weight * weight;
            largest = Math.max(largest, weight);
        }
        if (statistic <= 0) {
            return 1;
        }
        double deviation = Math.sqrt(2 * squares);
        // At the mean the formula is 0/0; there two moments are exact enough.
        if (Math.abs(statistic - mean) < 0.05 * deviation || statistic < mean) {
            double scale = squares / mean;
            return ChiSquare.survival(statistic / scale, mean / scale);
        }
        double point = saddlepoint(statistic, weights, largest);
        double cumulant = 0;
        double curvature = 0;
        for (double weight : weights) {
            double rest = 1 - 2 * point * weight;
            cumulant -= 0.5 * Math.log(rest);
            curvature += 2 * weight * weight / (rest * rest);
        }
        double w = Math.sqrt(2 * (point * statistic - cumulant));
        double v = point * Math.sqrt(curvature);
        return Math.clamp(Normal.survival(w + Math.log(v / w) / w), 0, 1);
    }

    /** The point at which the tilted distribution has the statistic as its mean. */
    private static double saddlepoint(double statistic, double[] weights, double largest) {
        double low = 0;
        double high = 1 / (2 * largest);
        for (int step = 0; step < 200; step++) {
            double middle = (low + high) / 2;
            double slope = 0;
            for (double weight : weights) {
                slope += weight / (1 - 2 * middle * weight);
            }
            if (slope < statistic) {
                low = middle;
            } else {
                high = middle;
            }
            if (high - low < 1e-14 * high) {
                break;
            }
        }
        return low;
    }
}
