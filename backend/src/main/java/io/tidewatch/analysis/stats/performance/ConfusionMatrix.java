package io.tidewatch.analysis.stats.performance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Confusion matrix of a classifier with any number of classes: rows are the truth, columns the prediction. */
public final class ConfusionMatrix {

    private final List<String> labels;
    private final long[][] counts;

    private ConfusionMatrix(List<String> labels, long[][] counts) {
        this.labels = labels;
        this.counts = counts;
    }

    /** Collects rows of a matrix. */
    public static final class Builder {

        private final Map<String, Map<String, Long>> counts = new HashMap<>();
        private final TreeSet<String> labels = new TreeSet<>();

        private Builder() {}

        /** Adds rows with this truth and this prediction. */
        public Builder add(String truth, String prediction, long rows) {
            labels.add(truth);
            labels.add(prediction);
            counts.computeIfAbsent(truth, key -> new HashMap<>()).merge(prediction, rows, Long::sum);
            return this;
        }

        /** The matrix with its classes in natural order. */
        public ConfusionMatrix build() {
            return build(List.of());
        }

        /** The matrix with these classes first, then any others in natural order. */
        public ConfusionMatrix build(Collection<String> first) {
            List<String> order = new ArrayList<>(first);
            labels.stream().filter(label -> !first.contains(label)).forEach(order::add);
            long[][] matrix = new long[order.size()][order.size()];
            for (int truth = 0; truth < matrix.length; truth++) {
                Map<String, Long> row = counts.getOrDefault(order.get(truth), Map.of());
                for (int prediction = 0; prediction < matrix.length; prediction++) {
                    matrix[truth][prediction] = row.getOrDefault(order.get(prediction), 0L);
                }
            }
            return new ConfusionMatrix(List.copyOf(order), matrix);
        }
    }

    /** Starts an empty matrix. */
    public static Builder builder() {
        return new Builder();
    }

    /** The classes, in the order of rows and columns. */
    public List<String> labels() {
        return labels;
    }

    /** Number of classes. */
    public int size() {
        return counts.length;
    }

    /** Rows with this truth and this prediction. */
    public long count(int truth, int prediction) {
        return counts[truth][prediction];
    }

    /** Rows of this class. */
    public long support(int truth) {
        long sum = 0;
        for (long count : counts[truth]) {
            sum += count;
        }
        return sum;
    }

    /** Rows predicted as this class. */
    public long predicted(int prediction) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[prediction];
        }
        return sum;
    }

    /** All rows. */
    public long total() {
        long sum = 0;
        for (int label = 0; label < size(); label++) {
            sum += support(label);
        }
        return sum;
    }

    /** Rows predicted correctly. */
    public long correct() {
        long sum = 0;
        for (int label = 0; label < size(); label++) {
            sum += counts[label][label];
        }
        return sum;
    }

    /** The matrix of one class against all others. */
    public BinaryConfusion oneAgainstRest(int label) {
        double truePositive = counts[label][label];
        double falsePositive = predicted(label) - truePositive;
        double falseNegative = support(label) - truePositive;
        return new BinaryConfusion(
                truePositive, falsePositive, total() - truePositive - falsePositive - falseNegative, falseNegative);
    }
}
