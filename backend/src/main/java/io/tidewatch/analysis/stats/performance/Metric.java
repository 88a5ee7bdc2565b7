package io.tidewatch.analysis.stats.performance;

/**
 * One performance value with what it rests on.
 *
 * @param name name in JSON, such as {@code roc_auc}
 * @param value the value; NaN where it is not defined for this data, such as the ROC AUC of one class only
 * @param lower lower end of the 95 % confidence interval, NaN if there is none
 * @param upper upper end of the interval, NaN if there is none
 * @param n rows behind the value
 */
public record Metric(String name, double value, double lower, double upper, long n) {

    static Metric without(String name, double value, long n) {
        return new Metric(name, value, Double.NaN, Double.NaN, n);
    }

    static Metric of(String name, double value, Interval interval, long n) {
        return Double.isNaN(value)
                ? without(name, value, n)
                : new Metric(name, value, interval.lower(), interval.upper(), n);
    }
}
