package io.tidewatch.analysis.stats.performance;

import java.util.List;

/**
 * Confusion matrix of a binary classifier and the metrics it defines. Counts may be expected values, then fractional.
 *
 * <p>As in scikit-learn, a ratio whose denominator is 0 is 0 (precision without predicted positives, recall without
 * positives), so that reports compare; the counts beside it say why.
 *
 * @param truePositive positives predicted as positive
 * @param falsePositive negatives predicted as positive
 * @param trueNegative negatives predicted as negative
 * @param falseNegative positives predicted as negative
 */
public record BinaryConfusion(double truePositive, double falsePositive, double trueNegative, double falseNegative) {

    /** All rows. */
    public double total() {
        return truePositive + falsePositive + trueNegative + falseNegative;
    }

    /** Rows whose truth is positive. */
    public double positives() {
        return truePositive + falseNegative;
    }

    /** Rows whose truth is negative. */
    public double negatives() {
        return trueNegative + falsePositive;
    }

    /** Rows predicted as positive. */
    public double predictedPositives() {
        return truePositive + falsePositive;
    }

    /** Share of rows predicted correctly. */
    public double accuracy() {
        return ratio(truePositive + trueNegative, total());
    }

    /** Share of predicted positives that are positive. */
    public double precision() {
        return ratio(truePositive, predictedPositives());
    }

    /** Share of positives that were predicted, the true positive rate. */
    public double recall() {
        return ratio(truePositive, positives());
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return ratio(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
    }

    /** Share of negatives predicted as such, the true negative rate. */
    public double specificity() {
        return ratio(trueNegative, negatives());
    }

    /** Share of negatives predicted as positive. */
    public double falsePositiveRate() {
        return ratio(falsePositive, negatives());
    }

    /** Mean of recall and specificity; of the one that is defined if a class is absent. */
    public double balancedAccuracy() {
        if (positives() == 0) {
            return specificity();
        }
        return negatives() == 0 ? recall() : (recall() + specificity()) / 2;
    }

    /** Matthews correlation coefficient, -1 to 1; 0 if a row or column of the matrix is empty. */
    public double matthews() {
        double denominator = Math.sqrt(predictedPositives())
                * Math.sqrt(positives())
                * Math.sqrt(negatives())
                * Math.sqrt(trueNegative + falseNegative);
        return ratio(truePositive * trueNegative - falsePositive * falseNegative, denominator);
    }

    /** Cohen's kappa: agreement beyond chance, at most 1; NaN if chance agreement is certain. */
    public double kappa() {
        double n = total();
        double byChance = (positives() * predictedPositives() + negatives() * (trueNegative + falseNegative)) / (n * n);
        return byChance == 1 ? Double.NaN : (accuracy() - byChance) / (1 - byChance);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** All metrics with their intervals: Wilson's where the metric is a proportion. */
    public List<Metric> metrics() {
        long n = Math.round(total());
        Interval jaccard = Interval.wilson(truePositive, truePositive + falsePositive + falseNegative);
        double balancedError = Math.sqrt((variance(recall(), positives()) + variance(specificity(), negatives())) / 4);
        ConfusionBootstrap bootstrap = new ConfusionBootstrap(this);
        return List.of(
                Metric.of("accuracy", accuracy(), Interval.wilson(truePositive + trueNegative, total()), n),
                Metric.of(
                        "precision",
                        precision(),
                        Interval.wilson(truePositive, predictedPositives()),
                        Math.round(predictedPositives())),
                Metric.of("recall", recall(), Interval.wilson(truePositive, positives()), Math.round(positives())),
                // F1 = 2J / (1 + J) for the proportion J of true positives among all positives, true or predicted.
                Metric.of("f1", f1(), jaccard.map(j -> 2 * j / (1 + j)), n),
                Metric.of(
                        "specificity",
                        specificity(),
                        Interval.wilson(trueNegative, negatives()),
                        Math.round(negatives())),
                Metric.of(
                        "false_positive_rate",
                        falsePositiveRate(),
                        Interval.wilson(falsePositive, negatives()),
                        Math.round(negatives())),
                Metric.of(
                        "balanced_accuracy",
                        balancedAccuracy(),
                        Interval.normal(balancedAccuracy(), balancedError, 0, 1),
                        n),
                Metric.of("mcc", matthews(), bootstrap.interval(BinaryConfusion::matthews), n),
                Metric.of("cohen_kappa", kappa(), bootstrap.interval(BinaryConfusion::kappa), n));
    }

    private static double variance(double proportion, double n) {
        return n == 0 ? 0 : proportion * (1 - proportion) / n;
    }
}
