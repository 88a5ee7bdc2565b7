package io.tidewatch.analysis.stats.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Performance of a classifier with any number of classes, from its confusion matrix; as in scikit-learn. */
public final class MulticlassPerformance {

    private final ConfusionMatrix matrix;
    private final List<BinaryConfusion> classes;

    private MulticlassPerformance(ConfusionMatrix matrix) {
        this.matrix = matrix;
        this.classes = IntStream.range(0, matrix.size())
                .mapToObj(matrix::oneAgainstRest)
                .toList();
    }

    /** Performance of a matrix. */
    public static MulticlassPerformance of(ConfusionMatrix matrix) {
        return new MulticlassPerformance(matrix);
    }

    /** The matrix of each class against the rest, in the order of the matrix. */
    public List<BinaryConfusion> classes() {
        return classes;
    }

    /** Overall metrics: accuracy and the macro (mean of classes), weighted (by support) and micro (pooled) averages. */
    public List<Metric> metrics() {
        long n = matrix.total();
        List<Metric> metrics = new ArrayList<>();
        Interval accuracy = Interval.wilson((double) matrix.correct(), (double) n);
        double share = n == 0 ? Double.NaN : (double) matrix.correct() / n;
        metrics.add(Metric.of("accuracy", share, accuracy, n));
        metrics.add(Metric.of("balanced_accuracy", balancedAccuracy(), balancedInterval(), n));
        addAverages(metrics, "precision", BinaryConfusion::precision, n);
        addAverages(metrics, "recall", BinaryConfusion::recall, n);
        addAverages(metrics, "f1", BinaryConfusion::f1, n);
        // With one label per row, pooled precision, recall and F1 all equal the accuracy.
        for (String name : List.of("precision_micro", "recall_micro", "f1_micro")) {
            metrics.add(Metric.of(name, share, accuracy, n));
        }
        metrics.add(Metric.without("mcc", matthews(), n));
        metrics.add(Metric.without("cohen_kappa", kappa(), n));
        return metrics;
    }

    private void addAverages(List<Metric> metrics, String name, ToDoubleFunction<BinaryConfusion> metric, long n) {
        double sum = 0;
        double weighted = 0;
        for (BinaryConfusion one : classes) {
            sum += metric.applyAsDouble(one);
            weighted += metric.applyAsDouble(one) * one.positives();
        }
        metrics.add(Metric.without(name + "_macro", sum / classes.size(), n));
        metrics.add(Metric.without(name + "_weighted", weighted / n, n));
    }

    /** Mean recall of the classes that occur in the truth. */
    private double balancedAccuracy() {
        return classes.stream()
                .filter(one -> one.positives() > 0)
                .mapToDouble(BinaryConfusion::recall)
                .average()
                .orElse(Double.NaN);
    }

    private Interval balancedInterval() {
        double variance = 0;
        int present = 0;
        for (BinaryConfusion one : classes) {
            if (one.positives() > 0) {
                variance += one.recall() * (1 - one.recall()) / one.positives();
                present++;
            }
        }
        return Interval.normal(balancedAccuracy(), Math.sqrt(variance) / present, 0, 1);
    }

    private double matthews() {
        double n = matrix.total();
        double correct = matrix.correct();
        double products = 0;
        double truthSquares = 0;
        double predictionSquares = 0;
        for (int label = 0; label < matrix.size(); label++) {
            double truth = matrix.support(label);
            double predicted = matrix.predicted(label);
            products += truth * predicted;
            truthSquares += truth * truth;
            predictionSquares += predicted * predicted;
        }
        double denominator = Math.sqrt(n * n - predictionSquares) * Math.sqrt(n * n - truthSquares);
        return denominator == 0 ? 0 : (correct * n - products) / denominator;
    }

    private double kappa() {
        double n = matrix.total();
        double byChance = 0;
        for (int label = 0; label < matrix.size(); label++) {
            byChance += matrix.support(label) / n * (matrix.predicted(label) / n);
        }
        return byChance == 1 ? Double.NaN : (matrix.correct() / n - byChance) / (1 - byChance);
    }
}
