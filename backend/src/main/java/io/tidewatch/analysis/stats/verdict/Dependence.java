package io.tidewatch.analysis.stats.verdict;

import io.tidewatch.analysis.stats.distribution.FDistribution;

/**
 * How much more the shares of windows scatter than shares of independent rows would, and in how many directions.
 *
 * <p>This is the second-order correction of Rao and Scott (1984) as survey statistics use it: with the scatter between
 * reference units in place of the multinomial one, chi-square divided by its mean follows an F distribution, whose
 * denominator carries how surely that scatter is known.
 *
 * @param intraClass correlation of rows of the same unit, averaged over bins; 0 for independent rows
 * @param unitRows mean rows of the unit a reference row is in
 * @param numerator degrees of freedom of the statistic: at most bins less one, fewer when bins move together
 * @param denominator degrees of freedom behind the estimate; infinite for independent rows
 */
record Dependence(double intraClass, double unitRows, double numerator, double denominator) {

    static Dependence independent(int degreesOfFreedom) {
        return new Dependence(0, 1, degreesOfFreedom, Double.POSITIVE_INFINITY);
    }

    /** By how much the variance of the difference of both windows exceeds that of independent rows; at least 1. */
    double inflation(long n, long m, int windowUnits) {
        double reference = 1 + Math.max(0, unitRows - 1) * intraClass;
        double current = 1 + Math.max(0, (double) m / windowUnits - 1) * intraClass;
        return (reference / n + current / m) / (1.0 / n + 1.0 / m);
    }

    /** Probability of a statistic at least this large without drift. */
    double pValue(double statistic, int degreesOfFreedom, double inflation) {
        return FDistribution.survival(statistic / (inflation * degreesOfFreedom), numerator, denominator);
    }

    /** The statistic that is exceeded with this probability without drift. */
    double critical(double level, int degreesOfFreedom, double inflation) {
        return inflation * degreesOfFreedom * FDistribution.inverseSurvival(level, numerator, denominator);
    }
}
