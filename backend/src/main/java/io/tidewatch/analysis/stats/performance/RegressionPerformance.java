package io.tidewatch.analysis.stats.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Performance of a regression model. Errors are prediction minus truth, so a positive mean error means predictions are
 * too high.
 */
public final class RegressionPerformance {

    private static final double[] ERROR_LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final double[] truth;
    private final double[] prediction;
    private final int n;

    private RegressionPerformance(double[] truth, double[] prediction) {
        this.truth = truth;
        this.prediction = prediction;
        this.n = truth.length;
    }

    /** Performance of pairs; rows in which either is not finite must have been dropped. */
    public static RegressionPerformance of(double[] truth, double[] prediction) {
        if (truth.length != prediction.length) {
            throw new IllegalArgumentException("every truth needs its prediction");
        }
        return new RegressionPerformance(truth, prediction);
    }

    /** All metrics; those of a spread are NaN where the truth is constant. */
    public List<Metric> metrics() {
        double[] errors = new double[n];
        double[] absolute = new double[n];
        double[] squared = new double[n];
        for (int row = 0; row < n; row++) {
            errors[row] = prediction[row] - truth[row];
            absolute[row] = Math.abs(errors[row]);
            squared[row] = errors[row] * errors[row];
        }
        double[] sortedAbsolute = absolute.clone();
        Arrays.sort(sortedAbsolute);
        double[] sortedErrors = errors.clone();
        Arrays.sort(sortedErrors);

        List<Metric> metrics = new ArrayList<>();
        metrics.add(Means.metric("mae", absolute, 0));
        Metric mse = Means.metric("mse", squared, 0);
        metrics.add(mse);
        metrics.add(new Metric("rmse", Math.sqrt(mse.value()), Math.sqrt(mse.lower()), Math.sqrt(mse.upper()), n));
        metrics.add(Metric.of(
                "median_absolute_error", Means.quantile(sortedAbsolute, 0.5), Means.medianInterval(sortedAbsolute), n));
        double truthVariance = Means.variance(truth);
        double r2 = defined(1 - mse.value() / truthVariance);
        double explained = defined(1 - Means.variance(errors) / truthVariance);
        RegressionBootstrap bootstrap = new RegressionBootstrap(truth, errors);
        metrics.add(Metric.of("r2", r2, bootstrap.r2(), n));
        metrics.add(Metric.of("explained_variance", explained, bootstrap.explainedVariance(), n));
        metrics.add(Means.metric("mean_error", errors, Double.NEGATIVE_INFINITY));
        metrics.add(Metric.without("max_error", n == 0 ? Double.NaN : sortedAbsolute[n - 1], n));
        metrics.add(Means.metric("mape", relativeErrors(), 0));
        metrics.add(Means.metric("smape", symmetricErrors(), 0));
        for (double level : ERROR_LEVELS) {
            String name = String.format(Locale.ROOT, "error_p%02d", Math.round(level * 100));
            metrics.add(Metric.without(name, Means.quantile(sortedErrors, level), n));
        }
        return metrics;
    }

    private static double defined(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** |error| / |truth| over the rows whose truth is not 0; the n of the metric says how many those are. */
    private double[] relativeErrors() {
        double[] relative = new double[n];
        int count = 0;
        for (int row = 0; row < n; row++) {
            if (truth[row] != 0) {
                relative[count++] = Math.abs((prediction[row] - truth[row]) / truth[row]);
            }
        }
        return Arrays.copyOf(relative, count);
    }

    /** 2 |error| / (|truth| + |prediction|), 0 to 2; 0 where both are 0. */
    private double[] symmetricErrors() {
        double[] symmetric = new double[n];
        for (int row = 0; row < n; row++) {
            double size = Math.abs(truth[row]) + Math.abs(prediction[row]);
            symmetric[row] = size == 0 ? 0 : 2 * Math.abs(prediction[row] - truth[row]) / size;
        }
        return symmetric;
    }
}
