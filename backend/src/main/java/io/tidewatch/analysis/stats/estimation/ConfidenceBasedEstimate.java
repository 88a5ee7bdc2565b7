package io.tidewatch.analysis.stats.estimation;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.performance.BinaryConfusion;
import java.util.ArrayList;
import java.util.List;

/**
 * Confidence-based performance estimation (CBPE) of a binary classifier: if calibrated scores are true probabilities, the
 * expected confusion matrix of a window without ground truth is their sum over predicted positives and negatives.
 *
 * <p>It assumes that the relation of features and outcome has not changed, that the reference covers the current scores,
 * and that the calibration rows were not used in training. The band is three standard errors of sampling: what realised
 * performance would scatter by even if the estimate were exact. It is no bound on a broken assumption.
 */
public final class ConfidenceBasedEstimate {

    private static final double BAND = 3;

    private final IsotonicCalibration calibration;
    private final NumberTable current;

    private ConfidenceBasedEstimate(IsotonicCalibration calibration, NumberTable current) {
        this.calibration = calibration;
        this.current = current;
    }

    /**
     * Prepares estimates of a window.
     *
     * @param calibration fitted on reference rows with ground truth
     * @param current score table of the window; both of its counts are added, as truth is unknown
     */
    public static ConfidenceBasedEstimate of(IsotonicCalibration calibration, NumberTable current) {
        return new ConfidenceBasedEstimate(calibration, current);
    }

    /** Rows of the window. */
    public long rows() {
        return current.referenceTotal() + current.currentTotal();
    }

    /** Share of rows whose score lies outside the scores the calibration has seen. */
    public double shareOutsideReference() {
        double outside = 0;
        for (int row = 0; row < current.size(); row++) {
            double score = current.value(row);
            if (score < calibration.lowestScore() || score > calibration.highestScore()) {
                outside += count(row);
            }
        }
        return outside / rows();
    }

    /** Expected confusion matrix when raw scores at or above the threshold are predicted positive. */
    public BinaryConfusion expectedConfusion(double threshold) {
        double truePositive = 0;
        double falsePositive = 0;
        double trueNegative = 0;
        double falseNegative = 0;
        for (int row = 0; row < current.size(); row++) {
            double positive = count(row) * calibration.probability(current.value(row));
            double negative = count(row) - positive;
            if (current.value(row) >= threshold) {
                truePositive += positive;
                falsePositive += negative;
            } else {
                falseNegative += positive;
                trueNegative += negative;
            }
        }
        return new BinaryConfusion(truePositive, falsePositive, trueNegative, falseNegative);
    }

    /** Expected area under the ROC curve, ordered by the raw score, ties counting half. */
    public double rocAuc() {
        double positives = 0;
        double negativesBelow = 0;
        double area = 0;
        for (int row = 0; row < current.size(); row++) {
            double positive = count(row) * calibration.probability(current.value(row));
            double negative = count(row) - positive;
            area += positive * (negativesBelow + negative / 2);
            positives += positive;
            negativesBelow += negative;
        }
        return area / (positives * negativesBelow);
    }

    /** All estimates at a threshold. */
    public List<Estimate> estimates(double threshold) {
        BinaryConfusion confusion = expectedConfusion(threshold);
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(proportion("accuracy", confusion.accuracy(), confusion.total()));
        estimates.add(proportion("precision", confusion.precision(), confusion.predictedPositives()));
        estimates.add(proportion("recall", confusion.recall(), confusion.positives()));
        estimates.add(f1(confusion));
        estimates.add(proportion("specificity", confusion.specificity(), confusion.negatives()));
        estimates.add(area(confusion));
        estimates.add(count("expected_tp", confusion.truePositive(), confusion.predictedPositives()));
        estimates.add(count("expected_fp", confusion.falsePositive(), confusion.predictedPositives()));
        double predictedNegatives = confusion.trueNegative() + confusion.falseNegative();
        estimates.add(count("expected_tn", confusion.trueNegative(), predictedNegatives));
        estimates.add(count("expected_fn", confusion.falseNegative(), predictedNegatives));
        estimates.add(count("expected_positives", confusion.positives(), confusion.total()));
        return estimates;
    }

    private static Estimate proportion(String name, double value, double n) {
        return banded(name, value, Math.sqrt(value * (1 - value) / n), 1);
    }

    private static Estimate count(String name, double value, double of) {
        double share = value / of;
        return banded(name, value, Math.sqrt(of * share * (1 - share)), of);
    }

    /** F1 = 2J / (1 + J) of the proportion J of true positives among rows positive in truth or prediction. */
    private static Estimate f1(BinaryConfusion confusion) {
        double n = confusion.truePositive() + confusion.falsePositive() + confusion.falseNegative();
        double j = confusion.truePositive() / n;
        double slope = 2 / ((1 + j) * (1 + j));
        return banded("f1", confusion.f1(), slope * Math.sqrt(j * (1 - j) / n), 1);
    }

    /** Standard error of Hanley and McNeil (1982) at the expected class sizes. */
    private Estimate area(BinaryConfusion confusion) {
        double a = rocAuc();
        double positives = confusion.positives();
        double negatives = confusion.negatives();
        double q1 = a / (2 - a);
        double q2 = 2 * a * a / (1 + a);
        double variance = (a * (1 - a) + (positives - 1) * (q1 - a * a) + (negatives - 1) * (q2 - a * a))
                / (positives * negatives);
        return banded("roc_auc", a, Math.sqrt(variance), 1);
    }

    private static Estimate banded(String name, double value, double error, double maximum) {
        if (Double.isNaN(value)) {
            return new Estimate(name, value, Double.NaN, Double.NaN);
        }
        return new Estimate(name, value, Math.max(0, value - BAND * error), Math.min(maximum, value + BAND * error));
    }

    private long count(int row) {
        return current.referenceCount(row) + current.currentCount(row);
    }
}
