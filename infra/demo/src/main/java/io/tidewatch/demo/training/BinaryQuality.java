package io.tidewatch.demo.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well probabilities foretold a yes or no. Names of {@link #asMap()} are those of Tidewatch's performance metrics.
 *
 * @param rows number of predictions
 * @param rocAuc area under the ROC curve, ties counted half; NaN with one class only
 * @param logLoss mean negative log likelihood
 * @param brier mean squared difference
 * @param accuracy share of right answers at the threshold
 */
public record BinaryQuality(long rows, double rocAuc, double logLoss, double brier, double accuracy) {
    private static final double PROBABILITY_FLOOR = 1e-15;

    /** Measures probabilities against outcomes of the same order. */
    static BinaryQuality of(double[] probabilities, boolean[] outcomes, double threshold) {
        double logLoss = 0;
        double brier = 0;
        long right = 0;
        for (int row = 0; row < probabilities.length; row++) {
            double probability = Math.clamp(probabilities[row], PROBABILITY_FLOOR, 1 - PROBABILITY_FLOOR);
            logLoss -= Math.log(outcomes[row] ? probability : 1 - probability);
            double difference = probability - (outcomes[row] ? 1 : 0);
            brier += difference * difference;
            right += probability >= threshold == outcomes[row] ? 1 : 0;
        }
        int rows = probabilities.length;
        return new BinaryQuality(
                rows, rocAuc(probabilities, outcomes), logLoss / rows, brier / rows, (double) right / rows);
    }

    /** Area under the ROC curve by the rank sum. */
    static double rocAuc(double[] scores, boolean[] outcomes) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double rankSum = 0;
        long positives = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                end++;
            }
            double rank = (start + end + 1) / 2.0;
            for (int place = start; place < end; place++) {
                if (outcomes[order[place]]) {
                    rankSum += rank;
                    positives++;
                }
            }
            start = end;
        }
        double negatives = scores.length - (double) positives;
        return (rankSum - positives * (positives + 1) / 2.0) / (positives * negatives);
    }

    /** The threshold, in hundredths, with the best F1 for the positive class. */
    static double bestF1Threshold(double[] probabilities, boolean[] outcomes) {
        int[] positivesFrom = new int[102];
        int[] negativesFrom = new int[102];
        for (int row = 0; row < probabilities.length; row++) {
            int bucket = (int) Math.clamp(Math.floor(probabilities[row] * 100), 0, 100);
            (outcomes[row] ? positivesFrom : negativesFrom)[bucket]++;
        }
        for (int bucket = 100; bucket >= 0; bucket--) {
            positivesFrom[bucket] += positivesFrom[bucket + 1];
            negativesFrom[bucket] += negativesFrom[bucket + 1];
        }
        int best = IntStream.rangeClosed(1, 99)
                .boxed()
                .max(Comparator.comparingDouble(bucket ->
                        // F1 = 2 tp / (predicted + positives)
                        2.0
                                * positivesFrom[bucket]
                                / (positivesFrom[bucket] + negativesFrom[bucket] + Math.max(1, positivesFrom[0]))))
                .orElse(50);
        return best / 100.0;
    }

    /** The values by the names under which Tidewatch shows performance. */
    public Map<String, Double> asMap() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("roc_auc", rocAuc);
        values.put("log_loss", logLoss);
        values.put("brier", brier);
        values.put("accuracy", accuracy);
        return values;
    }

    @Override
    public String toString() {
        return "ROC AUC %.3f, log loss %.3f, Brier %.3f, accuracy %.3f on %,d flights"
                .formatted(rocAuc, logLoss, brier, accuracy, rows);
    }

    static boolean[] outcomes(Iterable<TrainingRow> rows, int size) {
        boolean[] outcomes = new boolean[size];
        int index = 0;
        for (TrainingRow row : rows) {
            outcomes[index++] = row.late();
        }
        return Arrays.copyOf(outcomes, index);
    }
}
