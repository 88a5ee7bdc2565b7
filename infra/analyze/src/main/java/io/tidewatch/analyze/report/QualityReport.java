package io.tidewatch.analyze.report;

import io.tidewatch.analysis.stats.quality.CategoryProfile;
import io.tidewatch.analysis.stats.quality.ColumnProfile;
import io.tidewatch.analysis.stats.quality.NumberProfile;
import io.tidewatch.analysis.stats.quality.QualityFinding;
import io.tidewatch.analysis.stats.verdict.VerdictStatus;
import io.tidewatch.analyze.data.Column;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Quality of a file, by itself or against a reference.
 *
 * @param file name of the file
 * @param rows rows of the file
 * @param referenceRows rows of the reference, 0 without one
 * @param columns all columns
 */
public record QualityReport(String file, long rows, long referenceRows, List<ColumnQuality> columns) {

    /**
     * Quality of one column.
     *
     * @param column the column
     * @param profile its values; null if it cannot be profiled
     * @param findings what is wrong with it
     */
    public record ColumnQuality(Column column, @Nullable ColumnProfile profile, List<QualityFinding> findings) {

        /** The most serious of its findings. */
        public VerdictStatus status() {
            if (findings.isEmpty()) {
                return VerdictStatus.OK;
            }
            return findings.stream().anyMatch(QualityFinding::critical)
                    ? VerdictStatus.CRITICAL
                    : VerdictStatus.WARNING;
        }
    }

    /** The most serious of all findings. */
    public VerdictStatus status() {
        return columns.stream()
                .map(ColumnQuality::status)
                .max(Comparator.naturalOrder())
                .orElse(VerdictStatus.OK);
    }

    /** The report as nested maps. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", "quality");
        json.put("rows", rows);
        if (referenceRows > 0) {
            json.put("referenceRows", referenceRows);
        }
        json.put("verdict", status().wireName());
        Map<String, Object> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.put(column.column().name(), columnJson(column)));
        json.put("columns", byName);
        return json;
    }

    private Map<String, Object> columnJson(ColumnQuality column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", column.column().type().label());
        ColumnProfile profile = column.profile();
        if (profile != null) {
            json.put("n", profile.rows() - profile.missing());
            json.put("missing", profile.missing());
            json.put("missingRate", profile.missingRate());
            json.put("distinct", profile.distinct());
            json.put("constant", profile.isConstant());
            json.put("wrongType", column.column().wrongType());
            json.putAll(profileJson(profile));
        }
        json.put("verdict", column.status().wireName());
        json.put(
                "findings",
                column.findings().stream().map(QualityReport::findingJson).toList());
        return json;
    }

    private static Map<String, Object> profileJson(ColumnProfile profile) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (profile) {
            case NumberProfile numbers -> {
                json.put("infinite", numbers.infinite());
                json.put("mean", numbers.mean());
                json.put("sd", numbers.deviation());
                json.put("min", numbers.minimum());
                json.put("p05", numbers.p05());
                json.put("p25", numbers.p25());
                json.put("median", numbers.median());
                json.put("p75", numbers.p75());
                json.put("p95", numbers.p95());
                json.put("max", numbers.maximum());
                json.put("zeros", numbers.zeros());
                json.put("negatives", numbers.negatives());
            }
            case CategoryProfile categories -> {
                json.put("shortest", categories.shortest());
                json.put("longest", categories.longest());
                Map<String, Object> top = new LinkedHashMap<>();
                categories.top().forEach(share -> top.put(share.category(), share.count()));
                json.put("top", top);
            }
        }
        return json;
    }

    private static Map<String, Object> findingJson(QualityFinding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", finding.check());
        json.put("severity", finding.critical() ? "critical" : "warning");
        json.put("rows", finding.rows());
        json.put("detail", finding.detail());
        return json;
    }
}
