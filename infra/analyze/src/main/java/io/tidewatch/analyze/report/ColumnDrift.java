package io.tidewatch.analyze.report;

import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.analysis.stats.method.MethodResult;
import io.tidewatch.analysis.stats.verdict.FeatureSignals;
import io.tidewatch.analysis.stats.verdict.FeatureVerdict;
import io.tidewatch.analyze.data.Column;
import java.util.Map;

/**
 * What drift analysis says about one column.
 *
 * @param column the column
 * @param table its values in both windows
 * @param signals what was measured for the verdict
 * @param verdict the calibrated verdict
 * @param methods results by the name they were asked for
 * @param note what to know about the values, empty if nothing
 */
public record ColumnDrift(
        Column column,
        ValueTable table,
        FeatureSignals signals,
        FeatureVerdict verdict,
        Map<String, MethodResult> methods,
        String note) {}
