package io.tidewatch.analysis.stats.verdict;

import io.tidewatch.analysis.stats.distribution.ChiSquare;
import io.tidewatch.analysis.stats.distribution.ChiSquareMixture;
import io.tidewatch.analysis.stats.distribution.Normal;
import io.tidewatch.analysis.stats.distribution.StudentT;
import java.util.Arrays;

/**
 * How much more the shares of windows scatter than shares of independent rows would, in each direction.
 *
 * <p>After Rao and Scott (1984): with dependent rows the chi-square statistic is a weighted sum of chi-squares of one
 * degree of freedom, whose weights are the generalised design effects. They are known only as well as the units of the
 * reference are many, which turns the tail of a normal distribution into that of Student's.
 */
final class Dependence {

    private static final Dependence INDEPENDENT = new Dependence(new double[0], 1, 1, Double.POSITIVE_INFINITY);

    private final double[] intraClass;
    private final double unitRows;
    private final int windowUnits;
    private final double unitsLessOne;

    /**
     * A known dependence.
     *
     * @param intraClass correlation of rows of the same unit per direction, at least 0; as many as degrees of freedom
     * @param unitRows mean number of rows of the unit a row is in
     * @param windowUnits units of the current window
     * @param unitsLessOne degrees of freedom behind the estimate
     */
    Dependence(double[] intraClass, double unitRows, int windowUnits, double unitsLessOne) {
        this.intraClass = intraClass;
        this.unitRows = unitRows;
        this.windowUnits = windowUnits;
        this.unitsLessOne = unitsLessOne;
    }

    /** Rows that have nothing to do with each other. */
    static Dependence independent() {
        return INDEPENDENT;
    }

    /** By how much the variance of the difference of both windows exceeds that of independent rows, on average. */
    double inflation(long n, long m) {
        return intraClass.length == 0
                ? 1
                : Arrays.stream(weights(n, m)).average().orElse(1);
    }

    /** Probability of a statistic at least this large without drift. */
    double pValue(double statistic, int degreesOfFreedom, long n, long m) {
        if (intraClass.length == 0) {
            return ChiSquare.survival(statistic, degreesOfFreedom);
        }
        return withUncertainty(ChiSquareMixture.survival(statistic, weights(n, m)));
    }

    /** The statistic that is exceeded with this probability without drift. */
    double critical(double level, int degreesOfFreedom, long n, long m) {
        double low = 0;
        double high = degreesOfFreedom + 10.0;
        while (pValue(high, degreesOfFreedom, n, m) > level && high < 1e15) {
            high *= 2;
        }
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (pValue(middle, degreesOfFreedom, n, m) > level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double[] weights(long n, long m) {
        double[] weights = new double[intraClass.length];
        for (int i = 0; i < weights.length; i++) {
            double reference = 1 + Math.max(0, unitRows - 1) * intraClass[i];
            double current = 1 + Math.max(0, (double) m / windowUnits - 1) * intraClass[i];
            weights[i] = (reference / n + current / m) / (1.0 / n + 1.0 / m);
        }
        return weights;
    }

    /** The same number of standard deviations, in the distribution of a scatter that was itself estimated. */
    private double withUncertainty(double pValue) {
        if (pValue <= 0 || pValue >= 0.5) {
            return pValue;
        }
        return StudentT.twoSided(-Normal.quantile(pValue / 2), unitsLessOne);
    }
}
