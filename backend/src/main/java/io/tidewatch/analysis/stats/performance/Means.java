package io.tidewatch.analysis.stats.performance;

/** Means, variances and quantiles of rows. */
final class Means {

    private Means() {}

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? Double.NaN : sum / values.length;
    }

    /** Variance as of a population, divided by n. */
    static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length == 0 ? Double.NaN : squares / values.length;
    }

    /** The mean as a metric with the interval of the central limit theorem. */
    static Metric metric(String name, double[] values, double minimum) {
        double mean = mean(values);
        double error = values.length < 2 ? Double.NaN : Math.sqrt(variance(values) / (values.length - 1));
        return Metric.of(name, mean, Interval.normal(mean, error, minimum, Double.POSITIVE_INFINITY), values.length);
    }

    /** Quantile of ascending values, interpolated linearly between neighbours. */
    static double quantile(double[] sorted, double level) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = level * (sorted.length - 1);
        int low = (int) Math.floor(position);
        int high = Math.min(sorted.length - 1, low + 1);
        return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
    }

    /** Interval of the median between order statistics, without an assumption about the distribution. */
    static Interval medianInterval(double[] sorted) {
        int n = sorted.length;
        double half = Interval.Z * Math.sqrt(n) / 2;
        int low = (int) Math.floor(n / 2.0 - half);
        int high = (int) Math.ceil(n / 2.0 + half);
        return low < 0 || high >= n ? Interval.NONE : new Interval(sorted[low], sorted[high]);
    }
}
