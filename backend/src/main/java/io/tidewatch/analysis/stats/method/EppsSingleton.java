package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.distribution.ChiSquare;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Epps-Singleton test (Epps and Singleton 1986, Goerg and Kaiser 2009): compares the empirical characteristic functions
 * at 0.4 and 0.8 in units of half the pooled interquartile range; chi-square with as many degrees of freedom as the
 * covariance has rank, with a correction for samples below 25 rows. Also sensitive to changes of spread and shape, and
 * valid for discrete columns.
 */
final class EppsSingleton {

    private static final double[] POINTS = {0.4, 0.8};
    private static final int TERMS = 2 * POINTS.length;
    private static final double CUTOFF = 1e-15;

    private EppsSingleton() {}

    static Outcome test(NumberTable raw) {
        NumberTable table = raw.scaledByPowerOfTwo(raw.safeExponent());
        long n = table.referenceTotal();
        long m = table.currentTotal();
        if (Math.min(n, m) < 5) {
            return Outcome.refused("The Epps-Singleton test needs at least five rows in each window.");
        }
        double range = PooledQuantiles.at(table, 0.75) - PooledQuantiles.at(table, 0.25);
        if (range == 0) {
            return Outcome.refused("The Epps-Singleton test needs a spread in the middle half of the values.");
        }
        double sigma = range / 2;
        double[] referenceMean = means(table, sigma, true);
        double[] currentMean = means(table, sigma, false);
        double total = (double) n + m;
        double[][] covariance = new double[TERMS][TERMS];
        addCovariance(covariance, table, sigma, true, referenceMean, total / n / n);
        addCovariance(covariance, table, sigma, false, currentMean, total / m / m);

        SingularValueDecomposition decomposition =
                new SingularValueDecomposition(new Array2DRowRealMatrix(covariance, false));
        double[] singular = decomposition.getSingularValues();
        double statistic = 0;
        int rank = 0;
        for (int i = 0; i < TERMS; i++) {
            if (singular[i] > CUTOFF * singular[0]) {
                double left = 0;
                double right = 0;
                for (int term = 0; term < TERMS; term++) {
                    double difference = referenceMean[term] - currentMean[term];
                    left += difference * decomposition.getU().getEntry(term, i);
                    right += difference * decomposition.getV().getEntry(term, i);
                }
                statistic += left * right / singular[i];
                rank++;
            }
        }
        if (rank == 0) {
            return Outcome.refused("The Epps-Singleton test needs a spread within a window.");
        }
        statistic *= total;
        if (Math.max(n, m) < 25) {
            statistic /= 1 + Math.pow(total, -0.45) + 10.1 * (Math.pow((double) n, -1.7) + Math.pow((double) m, -1.7));
        }
        return Outcome.test(statistic, ChiSquare.survival(statistic, rank));
    }

    private static double[] means(NumberTable table, double sigma, boolean reference) {
        double[] mean = new double[TERMS];
        double[] terms = new double[TERMS];
        long total = reference ? table.referenceTotal() : table.currentTotal();
        for (int row = 0; row < table.size(); row++) {
            fill(terms, table.value(row) / sigma);
            double weight = (double) count(table, row, reference) / total;
            for (int term = 0; term < TERMS; term++) {
                mean[term] += weight * terms[term];
            }
        }
        return mean;
    }

    private static void addCovariance(
            double[][] covariance, NumberTable table, double sigma, boolean reference, double[] mean, double factor) {
        double[] terms = new double[TERMS];
        for (int row = 0; row < table.size(); row++) {
            fill(terms, table.value(row) / sigma);
            double weight = factor * count(table, row, reference);
            for (int i = 0; i < TERMS; i++) {
                for (int j = 0; j < TERMS; j++) {
                    covariance[i][j] += weight * (terms[i] - mean[i]) * (terms[j] - mean[j]);
                }
            }
        }
    }

    private static void fill(double[] terms, double value) {
        for (int point = 0; point < POINTS.length; point++) {
            terms[point] = Math.cos(POINTS[point] * value);
            terms[POINTS.length + point] = Math.sin(POINTS[point] * value);
        }
    }

    private static long count(NumberTable table, int row, boolean reference) {
        return reference ? table.referenceCount(row) : table.currentCount(row);
    }
}
