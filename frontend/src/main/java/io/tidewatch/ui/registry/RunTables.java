package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.tidewatch.ui.client.Run;
import io.tidewatch.ui.client.RunDetail;
import io.tidewatch.ui.client.RunDetail.CategoryCount;
import io.tidewatch.ui.client.RunDetail.Column;
import io.tidewatch.ui.component.Csv;
import io.tidewatch.ui.component.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tables of one run, or of two beside each other. */
final class RunTables {

    private static final int CATEGORIES_SHOWN = 3;

    private RunTables() {}

    static Component metrics(List<RunDetail> runs) {
        Set<String> names = new TreeSet<>();
        runs.forEach(detail -> names.addAll(orNone(detail.metrics()).keySet()));
        if (names.isEmpty()) {
            return nothing("No metric was logged.");
        }
        List<String> head = new ArrayList<>(List.of("Metric"));
        head.addAll(RunComparison.names(runs));
        if (runs.size() > 1) {
            head.add("Difference");
        }
        NativeTableBody body = new NativeTableBody();
        for (String name : names) {
            List<String> cells = new ArrayList<>();
            runs.forEach(
                    detail -> cells.add(Numbers.metric(orNone(detail.metrics()).get(name))));
            if (runs.size() > 1) {
                cells.add(difference(
                        orNone(runs.get(0).metrics()).get(name),
                        orNone(runs.get(1).metrics()).get(name)));
            }
            body.add(row("run-metric", name, cells, true));
        }
        return table("run-metrics", head, body, true);
    }

    static Component parameters(List<RunDetail> runs) {
        Set<String> names = new TreeSet<>();
        runs.forEach(detail -> names.addAll(orNone(detail.parameters()).keySet()));
        if (names.isEmpty()) {
            return nothing("No parameter was logged.");
        }
        List<String> head = new ArrayList<>(List.of("Parameter"));
        head.addAll(RunComparison.names(runs));
        NativeTableBody body = new NativeTableBody();
        names.stream()
                .sorted(Comparator.comparing((String name) -> !differs(name, runs)))
                .forEach(name -> {
                    List<String> cells = runs.stream()
                            .map(detail -> orNone(detail.parameters()).getOrDefault(name, Numbers.NONE))
                            .toList();
                    NativeTableRow row = row("run-parameter", name, cells, false);
                    row.getElement().setAttribute("data-differs", String.valueOf(differs(name, runs)));
                    if (differs(name, runs)) {
                        row.addClassName("tw-strong");
                    }
                    body.add(row);
                });
        return table("run-parameters", head, body, false);
    }

    static Component profiles(List<RunDetail> runs) {
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(detail -> detail.columns().forEach(column -> names.add(column.name())));
        List<String> head = new ArrayList<>(List.of("Column", "Run", "Type", "Missing", "Values"));
        if (runs.size() == 1) {
            head.remove("Run");
        }
        NativeTableBody body = new NativeTableBody();
        for (String name : names) {
            for (int i = 0; i < runs.size(); i++) {
                RunDetail detail = runs.get(i);
                Column column = detail.columns().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElse(null);
                List<String> cells = new ArrayList<>();
                if (runs.size() > 1) {
                    cells.add(RunComparison.names(runs).get(i));
                }
                cells.addAll(
                        column == null
                                ? List.of(Numbers.NONE, Numbers.NONE, "not in the data")
                                : List.of(column.type(), Numbers.percent(missing(column)), values(column)));
                body.add(row("run-column", i == 0 ? name : "", cells, false));
            }
        }
        return table("run-profile", head, body, false);
    }

    /** All runs with all their metrics and parameters. */
    static String csv(List<Run> runs) {
        Set<String> metrics = new TreeSet<>();
        Set<String> parameters = new TreeSet<>();
        for (Run run : runs) {
            metrics.addAll(orNone(run.metrics()).keySet());
            parameters.addAll(orNone(run.parameters()).keySet());
        }
        List<Object> head = new ArrayList<>(List.of("id", "name", "kind", "status", "versions", "started", "ended"));
        metrics.forEach(name -> head.add("metric " + name));
        parameters.forEach(name -> head.add("parameter " + name));
        Csv csv = new Csv(head.toArray());
        for (Run run : runs) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(run.id());
            cells.add(run.name());
            cells.add(run.kind());
            cells.add(run.status());
            cells.add(run.versionNames());
            cells.add(run.startedAt());
            cells.add(run.endedAt());
            metrics.forEach(name -> cells.add(run.metric(name)));
            parameters.forEach(name -> cells.add(orNone(run.parameters()).get(name)));
            csv.row(cells.toArray());
        }
        return csv.toString();
    }

    static String difference(@Nullable Double first, @Nullable Double second) {
        if (first == null || second == null) {
            return Numbers.NONE;
        }
        double difference = second - first;
        return (difference > 0 ? "+" : "") + Numbers.measure(difference);
    }

    /** What the values of a column are like, in one line. */
    static String values(Column column) {
        if (column.mean() != null || column.min() != null) {
            return "mean " + Numbers.measure(column.mean()) + ", sd " + Numbers.measure(column.sd()) + ", median "
                    + Numbers.measure(column.median()) + ", " + Numbers.measure(column.min()) + " to "
                    + Numbers.measure(column.max());
        }
        if (column.earliest() != null && column.latest() != null) {
            return column.earliest() + " to " + column.latest();
        }
        List<CategoryCount> top = column.topCategories();
        if (top == null || top.isEmpty()) {
            return Numbers.count(column.count(), "value", "values");
        }
        List<String> shown = top.stream()
                .limit(CATEGORIES_SHOWN)
                .map(category -> category.value() + " "
                        + Numbers.percent(column.count() == 0 ? null : category.count() / (double) column.count()))
                .toList();
        String distinct = column.distinct() == null ? "" : column.distinct() + " different: ";
        return distinct + String.join(", ", shown);
    }

    private static @Nullable Double missing(Column column) {
        long rows = column.count() + column.missing();
        return rows == 0 ? null : column.missing() / (double) rows;
    }

    private static boolean differs(String parameter, List<RunDetail> runs) {
        return runs.size() > 1
                && !Objects.equals(
                        orNone(runs.get(0).parameters()).get(parameter),
                        orNone(runs.get(1).parameters()).get(parameter));
    }

    private static <V> Map<String, V> orNone(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }

    private static NativeTableRow row(String testId, String name, List<String> cells, boolean numbers) {
        NativeTableRow row = new NativeTableRow(new NativeTableCell(name));
        row.getElement().setAttribute("data-test", testId).setAttribute("data-name", name);
        for (String text : cells) {
            NativeTableCell cell = new NativeTableCell(text);
            if (numbers) {
                cell.addClassName("tw-num");
            }
            row.add(cell);
        }
        return row;
    }

    private static Component table(String testId, List<String> columns, NativeTableBody body, boolean numbers) {
        NativeTableRow head = new NativeTableRow();
        for (int i = 0; i < columns.size(); i++) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(columns.get(i));
            cell.getElement().setAttribute("scope", "col");
            if (numbers && i > 0) {
                cell.addClassName("tw-num");
            }
            head.add(cell);
        }
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("tw-table");
        table.getElement().setAttribute("data-test", testId);
        Div scroll = new Div(table);
        scroll.addClassName("tw-scroll");
        return scroll;
    }

    private static Component nothing(String text) {
        Paragraph none = new Paragraph(text);
        none.addClassName("tw-quiet");
        none.getStyle().set("padding", "0 20px 16px");
        return none;
    }
}
