package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.ValueTable;

/** Distances between binned shares p (reference) and q (current). */
final class Divergences {

    private Divergences() {}

    /** Population stability index: sum of (p - q) ln(p / q); 0 to infinity, symmetric. */
    static Outcome psi(ValueTable table) {
        Shares shares = Shares.of(table).withoutZeros();
        double sum = 0;
        for (int bin = 0; bin < shares.size(); bin++) {
            double p = shares.reference(bin);
            double q = shares.current(bin);
            sum += shares.weight(bin) * (p - q) * Math.log(p / q);
        }
        return Outcome.distance(sum);
    }

    /** Jensen-Shannon distance: square root of the divergence in natural units; 0 to sqrt(ln 2) = 0.8326, symmetric. */
    static Outcome jensenShannon(ValueTable table) {
        Shares shares = Shares.of(table);
        double pTotal = shares.referenceSum();
        double qTotal = shares.currentSum();
        double sum = 0;
        for (int bin = 0; bin < shares.size(); bin++) {
            double p = shares.reference(bin) / pTotal;
            double q = shares.current(bin) / qTotal;
            double middle = (p + q) / 2;
            sum += shares.weight(bin) * (relativeEntropy(p, middle) + relativeEntropy(q, middle));
        }
        return Outcome.distance(Math.sqrt(Math.max(0, sum) / 2));
    }

    /** Kullback-Leibler divergence of the reference from the current window: sum of p ln(p / q); 0 to infinity. */
    static Outcome kullbackLeibler(ValueTable table) {
        Shares shares = Shares.of(table).withoutZeros();
        double pTotal = shares.referenceSum();
        double qTotal = shares.currentSum();
        double sum = 0;
        for (int bin = 0; bin < shares.size(); bin++) {
            double p = shares.reference(bin) / pTotal;
            double q = shares.current(bin) / qTotal;
            sum += shares.weight(bin) * relativeEntropy(p, q);
        }
        return Outcome.distance(sum);
    }

    /**
     * Hellinger distance: sqrt(1 - sum of sqrt(p q)), computed as the equal half sum of squares of differences of roots,
     * which loses no digits when the samples are alike; 0 to 1, symmetric. Numeric columns are always binned, and
     * Sturges' rule counts distinct values here.
     */
    static Outcome hellinger(ValueTable table) {
        return switch (table) {
            case NumberTable numbers -> hellingerOfDensities(numbers);
            case CategoryTable categories -> hellingerOfShares(Shares.of(categories));
        };
    }

    private static Outcome hellingerOfDensities(NumberTable raw) {
        NumberTable table = raw.scaledByPowerOfTwo(raw.safeExponent());
        long[][] counts = EqualWidthBins.over(table, table.size()).counts(table);
        double sum = 0;
        for (int bin = 0; bin < counts[0].length; bin++) {
            double p = Math.sqrt((double) counts[0][bin] / table.referenceTotal());
            double q = Math.sqrt((double) counts[1][bin] / table.currentTotal());
            sum += (p - q) * (p - q);
        }
        return Outcome.distance(Math.sqrt(Math.min(1, sum / 2)));
    }

    private static Outcome hellingerOfShares(Shares shares) {
        double sum = 0;
        for (int bin = 0; bin < shares.size(); bin++) {
            double difference = Math.sqrt(shares.reference(bin)) - Math.sqrt(shares.current(bin));
            sum += shares.weight(bin) * difference * difference;
        }
        return Outcome.distance(Math.sqrt(Math.min(1, sum / 2)));
    }

    /** Largest difference of shares: max of |p - q|; 0 to 1, symmetric (SageMaker's categorical L-infinity). */
    static Outcome largestDifference(ValueTable table) {
        double largest = 0;
        for (int row = 0; row < table.size(); row++) {
            double p = (double) table.referenceCount(row) / table.referenceTotal();
            double q = (double) table.currentCount(row) / table.currentTotal();
            largest = Math.max(largest, Math.abs(p - q));
        }
        return Outcome.distance(largest);
    }

    private static double relativeEntropy(double p, double q) {
        return p > 0 ? p * Math.log(p / q) : 0;
    }
}
