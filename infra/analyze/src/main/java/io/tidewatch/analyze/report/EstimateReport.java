package io.tidewatch.analyze.report;

import io.tidewatch.analysis.stats.estimation.Estimate;
import io.tidewatch.analysis.stats.performance.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimated performance of a file without ground truth.
 *
 * @param file name of the file
 * @param positive the positive class
 * @param threshold scores at or above it are predicted positive
 * @param referenceRows rows the calibration was fitted on
 * @param rows rows of the file with a score
 * @param outside share of these whose score the calibration has not seen
 * @param estimates the estimates
 * @param realised metrics of the rows whose truth is known after all; empty if there are none
 */
public record EstimateReport(
        String file,
        String positive,
        double threshold,
        long referenceRows,
        long rows,
        double outside,
        List<Estimate> estimates,
        List<Metric> realised) {

    /** What the estimate rests on. */
    static final String ASSUMPTIONS =
            "Holds if features and outcome are related as in the reference, the reference covers"
                    + " the current scores, and its rows were not used in training. Bands are three standard errors of sampling"
                    + " only.";

    /** The report as nested maps. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", "estimate");
        json.put("method", "CBPE");
        json.put("positive", positive);
        json.put("threshold", threshold);
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("reference", referenceRows);
        counts.put("current", rows);
        json.put("rows", counts);
        json.put("shareOutsideReference", outside);
        json.put("assumptions", ASSUMPTIONS);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> bands = new LinkedHashMap<>();
        for (Estimate estimate : estimates) {
            values.put(estimate.name(), estimate.value());
            Map<String, Object> band = new LinkedHashMap<>();
            band.put("lower", estimate.lower());
            band.put("upper", estimate.upper());
            bands.put(estimate.name(), band);
        }
        json.put("estimate", values);
        json.put("bands", bands);
        if (!realised.isEmpty()) {
            Map<String, Object> metrics = new LinkedHashMap<>();
            realised.forEach(metric -> metrics.put(metric.name(), metric.value()));
            json.put("realised", metrics);
        }
        return json;
    }
}
