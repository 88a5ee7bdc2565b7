package io.tidewatch.ui.analysis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.tidewatch.ui.client.Performance;
import io.tidewatch.ui.component.Csv;
import io.tidewatch.ui.component.Explained;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Times;
import io.tidewatch.ui.navigation.Window;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metrics of the whole time range, one row a version. */
final class PerformanceTable {

    private PerformanceTable() {}

    static Component of(Performance performance, Window window, ZoneId zone) {
        List<Metric> metrics = Metric.of(performance.task());
        NativeTableRow head = new NativeTableRow(header("Version", false));
        metrics.forEach(metric -> head.add(header(metric.label(), true)));
        head.add(header("Ground truth", true), header("Coverage", true));
        NativeTableBody body = new NativeTableBody();
        for (Performance.Point row : rows(performance)) {
            body.add(row(row, metrics, facts(row, performance, window, zone)));
        }
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("tw-table");
        table.getElement().setAttribute("data-test", "performance-table");
        Div scroll = new Div(table);
        scroll.addClassName("tw-scroll");
        return scroll;
    }

    static String csv(Performance performance) {
        List<Metric> metrics = Metric.of(performance.task());
        List<Object> columns =
                new ArrayList<>(List.of("start", "end", "version", "predictions", "groundTruth", "coverage"));
        metrics.forEach(metric -> columns.add(metric.key()));
        Csv csv = new Csv(columns.toArray());
        List<Performance.Point> all = new ArrayList<>(rows(performance));
        all.addAll(performance.points());
        for (Performance.Point point : all) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(point.start());
            cells.add(point.end());
            cells.add(point.version() == null ? "all" : point.version());
            cells.add(point.predictionCount());
            cells.add(point.groundTruthCount());
            cells.add(point.coverage());
            metrics.forEach(metric -> cells.add(point.metric(metric.key())));
            csv.row(cells.toArray());
        }
        return csv.toString();
    }

    private static NativeTableRow row(Performance.Point point, List<Metric> metrics, List<String> facts) {
        NativeTableRow row = new NativeTableRow(
                new NativeTableCell(point.version() == null ? "All versions" : "Version " + point.version()));
        row.getElement()
                .setAttribute("data-test", "performance-row")
                .setAttribute("data-version", point.version() == null ? "all" : point.version());
        for (Metric metric : metrics) {
            row.add(number(new Explained(metric.key(), metric.text(point.metric(metric.key())), facts)));
        }
        row.add(number(new Explained("volume", Numbers.count(point.groundTruthCount()), facts)));
        row.add(number(new Explained("coverage", Numbers.percent(point.coverage()), facts)));
        return row;
    }

    private static List<String> facts(Performance.Point point, Performance performance, Window window, ZoneId zone) {
        List<String> facts = new ArrayList<>(List.of(
                "Window", Times.span(window.from(), window.to(), zone),
                "Predictions", Numbers.count(point.predictionCount()),
                "With ground truth", Numbers.count(point.groundTruthCount())));
        if (performance.positiveClass() != null) {
            facts.addAll(List.of("Positive class", performance.positiveClass()));
        }
        if (performance.threshold() != null) {
            facts.addAll(List.of("Threshold", Numbers.measure(performance.threshold())));
        }
        return facts;
    }

    private static List<Performance.Point> rows(Performance performance) {
        return performance.overall() == null ? List.of() : performance.overall();
    }

    private static NativeTableHeaderCell header(String text, boolean number) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        if (number) {
            cell.addClassName("tw-num");
        }
        return cell;
    }

    private static NativeTableCell number(Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName("tw-num");
        return cell;
    }
}
