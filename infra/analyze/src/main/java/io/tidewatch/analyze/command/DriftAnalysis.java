package io.tidewatch.analyze.command;

import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.analysis.stats.verdict.BinLayout;
import io.tidewatch.analysis.stats.verdict.FeatureSignals;
import io.tidewatch.analysis.stats.verdict.FeatureVerdict;
import io.tidewatch.analysis.stats.verdict.ReferenceBlocks;
import io.tidewatch.analysis.stats.verdict.VerdictSettings;
import io.tidewatch.analyze.data.Column;
import io.tidewatch.analyze.data.Dataset;
import io.tidewatch.analyze.data.TimeUnits;
import io.tidewatch.analyze.report.ColumnDrift;
import io.tidewatch.analyze.report.DriftReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares two loaded files column by column.
 *
 * @param methods methods to show beside the verdict
 * @param settings limits of the verdict
 * @param time column that says when rows happened, or null
 */
record DriftAnalysis(
        MethodChoice methods,
        VerdictSettings settings,
        @Nullable String time) {

    DriftReport run(Dataset data, String reference, String current) {
        List<Column> comparable = data.columns().stream()
                .filter(Column::isComparable)
                .filter(column -> !column.name().equals(time))
                .toList();
        Map<Column, ValueTable> tables = data.tables(comparable);
        Map<Column, BinLayout> layouts = new LinkedHashMap<>();
        tables.forEach((column, table) -> layouts.put(column, BinLayout.ofReference(table)));
        Map<Column, ReferenceBlocks> blocks =
                time == null ? Map.of() : TimeUnits.of(data, data.column(time)).blocks(layouts);

        List<Column> columns = comparable.stream().filter(tables::containsKey).toList();
        List<FeatureSignals> signals = new ArrayList<>();
        for (Column column : columns) {
            signals.add(FeatureSignals.of(
                    required(tables, column),
                    required(layouts, column),
                    blocks.getOrDefault(column, ReferenceBlocks.none()),
                    settings));
        }
        List<FeatureVerdict> verdicts = FeatureVerdict.judge(signals, settings);
        List<ColumnDrift> results = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            ValueTable table = required(tables, column);
            results.add(new ColumnDrift(
                    column, table, signals.get(i), verdicts.get(i), methods.evaluate(table), note(data, column)));
        }
        return new DriftReport(
                reference, current, data.referenceRows(), data.currentRows(), results, others(data, columns));
    }

    private static <V> V required(Map<Column, V> map, Column column) {
        V value = map.get(column);
        if (value == null) {
            throw new IllegalStateException(column.name());
        }
        return value;
    }

    private static String note(Dataset data, Column column) {
        String rounding = data.rounding(column);
        if (column.wrongType() > 0) {
            return (column.wrongType() + " values are not numbers and count as missing. " + rounding).strip();
        }
        return rounding;
    }

    private static Map<Column, String> others(Dataset data, List<Column> compared) {
        Map<Column, String> others = new LinkedHashMap<>();
        for (Column column : data.columns()) {
            if (!compared.contains(column)) {
                others.put(column, reason(column));
            }
        }
        return others;
    }

    private static String reason(Column column) {
        if (!column.onlyIn().isEmpty()) {
            return column.onlyIn().equals("reference")
                    ? "Vanished: the current file does not have it."
                    : "New: the reference file does not have it.";
        }
        return switch (column.type()) {
            case TIME -> "Dates and times move on by themselves.";
            case OTHER -> "It holds no numbers or categories.";
            case SKIP -> "Skipped by request.";
            case NUMBER, CATEGORY -> "It is the time of the rows.";
        };
    }
}
