package io.tidewatch.analyze.report;

import io.tidewatch.analysis.stats.method.MethodResult;
import io.tidewatch.analysis.stats.verdict.Comparison;
import io.tidewatch.analysis.stats.verdict.VerdictStatus;
import io.tidewatch.analyze.data.Column;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Drift of all columns of two files.
 *
 * @param reference name of the reference file
 * @param current name of the current file
 * @param referenceRows rows of the reference
 * @param currentRows rows of the current file
 * @param columns the columns that were compared
 * @param others columns that were not, with the reason
 */
public record DriftReport(
        String reference,
        String current,
        long referenceRows,
        long currentRows,
        List<ColumnDrift> columns,
        Map<Column, String> others) {

    /** The most serious verdict of all columns; not enough data only if that holds for all of them. */
    public VerdictStatus status() {
        boolean judged =
                columns.stream().anyMatch(column -> column.verdict().status() != VerdictStatus.NOT_ENOUGH_DATA);
        return columns.stream()
                .map(column -> column.verdict().status())
                .filter(VerdictStatus::isDrift)
                .max(Comparator.naturalOrder())
                .orElse(judged ? VerdictStatus.OK : VerdictStatus.NOT_ENOUGH_DATA);
    }

    /** Number of columns with a warning or worse. */
    public long driftedColumns() {
        return columns.stream()
                .filter(column -> column.verdict().status().isDrift())
                .count();
    }

    /** The columns, most drifted first. */
    public List<ColumnDrift> ranked() {
        return columns.stream()
                .sorted(Comparator.comparingInt(DriftReport::severity)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingDouble(DriftReport::effect).reversed()))
                .toList();
    }

    private static int severity(ColumnDrift column) {
        return switch (column.verdict().status()) {
            case CRITICAL -> 3;
            case WARNING -> 2;
            case OK -> 1;
            case NOT_ENOUGH_DATA -> 0;
        };
    }

    private static double effect(ColumnDrift column) {
        double effect = column.signals().comparison().effect();
        return Double.isNaN(effect) ? -1 : effect;
    }

    /** The report as nested maps. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", "drift");
        json.put("rows", pair(referenceRows, currentRows));
        json.put("verdict", status().wireName());
        json.put("driftedColumns", driftedColumns());
        json.put("comparedColumns", columns.size());
        Map<String, Object> byName = new LinkedHashMap<>();
        for (ColumnDrift column : columns) {
            byName.put(column.column().name(), columnJson(column));
        }
        for (Map.Entry<Column, String> other : others.entrySet()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("type", other.getKey().type().label());
            entry.put("verdict", "not-compared");
            entry.put("reason", other.getValue());
            byName.put(other.getKey().name(), entry);
        }
        json.put("columns", byName);
        return json;
    }

    private static Map<String, Object> columnJson(ColumnDrift column) {
        Comparison comparison = column.signals().comparison();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", column.column().type().label());
        json.put("n", pair(column.table().referenceTotal(), column.table().currentTotal()));
        json.put(
                "missing",
                pair(column.table().referenceMissing(), column.table().currentMissing()));
        json.put("verdict", column.verdict().status().wireName());
        json.put("reason", column.verdict().reason());
        json.put("effect", comparison.effect());
        json.put("pValue", comparison.pValue());
        json.put("qValue", column.verdict().qValue());
        json.put("detectableEffect", column.verdict().detectable());
        json.put("nullBand", comparison.nullBand());
        json.put("inflation", comparison.inflation());
        if (!column.note().isEmpty()) {
            json.put("note", column.note());
        }
        Map<String, Object> methods = new LinkedHashMap<>();
        column.methods().forEach((name, result) -> methods.put(name, methodJson(result)));
        json.put("methods", methods);
        return json;
    }

    private static Map<String, Object> methodJson(MethodResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("score", result.score());
        json.put("pValue", result.pValue());
        json.put("statistic", result.statistic());
        json.put("threshold", result.threshold());
        json.put("drifted", result.drifted());
        if (!result.note().isEmpty()) {
            json.put("note", result.note());
        }
        return json;
    }

    private static Map<String, Object> pair(long reference, long current) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put("reference", reference);
        pair.put("current", current);
        return pair;
    }
}
