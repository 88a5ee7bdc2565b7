package io.tidewatch.demo.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well minutes of delay were foretold.
 *
 * @param rows number of predictions
 * @param mae mean absolute error in minutes
 * @param rmse root of the mean squared error in minutes
 * @param r2 share of the variance explained
 */
public record ValueQuality(long rows, double mae, double rmse, double r2) {
    static ValueQuality of(double[] predicted, List<TrainingRow> rows) {
        double mean =
                rows.stream().mapToInt(TrainingRow::delayMinutes).average().orElse(Double.NaN);
        double absolute = 0;
        double squared = 0;
        double total = 0;
        for (int index = 0; index < predicted.length; index++) {
            int truth = rows.get(index).delayMinutes();
            double error = predicted[index] - truth;
            absolute += Math.abs(error);
            squared += error * error;
            total += (truth - mean) * (truth - mean);
        }
        int count = predicted.length;
        return new ValueQuality(count, absolute / count, Math.sqrt(squared / count), 1 - squared / total);
    }

    /** The values by the names under which Tidewatch shows performance. */
    public Map<String, Double> asMap() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("mae", mae);
        values.put("rmse", rmse);
        values.put("r2", r2);
        return values;
    }

    @Override
    public String toString() {
        return "MAE %.1f min, RMSE %.1f min, R2 %.3f on %,d flights".formatted(mae, rmse, r2, rows);
    }
}
