package io.tidewatch.analysis.stats.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What predictions were worth: a value in money for each combination of truth and prediction, times how often it
 * happened. Costs are negative values.
 */
public final class BusinessValue {

    private final List<List<BigDecimal>> values;

    private BusinessValue(List<List<BigDecimal>> values) {
        this.values = values;
    }

    /** Values by truth (outer) and prediction (inner), in the order of a confusion matrix. */
    public static BusinessValue of(List<List<BigDecimal>> values) {
        if (values.stream().anyMatch(row -> row.size() != values.size())) {
            throw new IllegalArgumentException("a cost matrix is square");
        }
        return new BusinessValue(values.stream().map(List::copyOf).toList());
    }

    /** Values of a binary classifier. */
    public static BusinessValue ofBinary(
            BigDecimal trueNegative, BigDecimal falsePositive, BigDecimal falseNegative, BigDecimal truePositive) {
        return of(List.of(List.of(trueNegative, falsePositive), List.of(falseNegative, truePositive)));
    }

    /** Exact total of a matrix with the same classes. */
    public BigDecimal total(ConfusionMatrix matrix) {
        requireSameSize(matrix);
        BigDecimal total = BigDecimal.ZERO;
        for (int truth = 0; truth < matrix.size(); truth++) {
            for (int prediction = 0; prediction < matrix.size(); prediction++) {
                BigDecimal rows = BigDecimal.valueOf(matrix.count(truth, prediction));
                total = total.add(values.get(truth).get(prediction).multiply(rows));
            }
        }
        return total;
    }

    /** Total of a binary matrix, whose counts may be expected values. */
    public BigDecimal total(BinaryConfusion confusion) {
        double[][] counts = {
            {confusion.trueNegative(), confusion.falsePositive()}, {confusion.falseNegative(), confusion.truePositive()}
        };
        if (values.size() != 2) {
            throw new IllegalArgumentException("a binary classifier needs a cost matrix of two classes");
        }
        BigDecimal total = BigDecimal.ZERO;
        for (int truth = 0; truth < 2; truth++) {
            for (int prediction = 0; prediction < 2; prediction++) {
                BigDecimal rows = BigDecimal.valueOf(counts[truth][prediction]);
                total = total.add(values.get(truth).get(prediction).multiply(rows), MathContext.DECIMAL64);
            }
        }
        return total;
    }

    /** Mean value of one prediction with its interval; NaN without rows. */
    public Metric perPrediction(ConfusionMatrix matrix) {
        requireSameSize(matrix);
        long n = matrix.total();
        double mean = total(matrix).doubleValue() / n;
        double squares = 0;
        for (int truth = 0; truth < matrix.size(); truth++) {
            for (int prediction = 0; prediction < matrix.size(); prediction++) {
                double deviation = values.get(truth).get(prediction).doubleValue() - mean;
                squares += matrix.count(truth, prediction) * deviation * deviation;
            }
        }
        double error = n < 2 ? Double.NaN : Math.sqrt(squares / n / (n - 1));
        return Metric.of(
                "business_value_per_prediction",
                mean,
                Interval.normal(mean, error, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                n);
    }

    private void requireSameSize(ConfusionMatrix matrix) {
        if (matrix.size() != values.size()) {
            throw new IllegalArgumentException("cost matrix and confusion matrix have different classes");
        }
    }
}
