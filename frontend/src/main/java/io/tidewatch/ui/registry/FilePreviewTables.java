package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.tidewatch.ui.client.FilePreview;
import io.tidewatch.ui.component.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is in an uploaded file: its columns, its first rows, and what is wrong with it. */
final class FilePreviewTables {

    private static final int ROWS = 5;
    private static final int NAMES = 10;
    private static final int COLUMNS = 200;
    private static final String TIME = "occurredAt";

    private FilePreviewTables() {}

    /**
     * The columns, each with what it holds.
     *
     * @param chosen what somebody chose before, by name of the column
     * @param changed gets all that is chosen after a change
     */
    static Component columns(
            FilePreview preview,
            List<String> targets,
            Map<String, String> chosen,
            Consumer<Map<String, String>> changed) {
        List<String> choices = new ArrayList<>(List.of(""));
        choices.addAll(targets);
        choices.add(TIME);
        NativeTableBody body = new NativeTableBody();
        preview.columns().stream().limit(COLUMNS).forEach(column -> {
            ComboBox<String> target = new ComboBox<>();
            target.setItems(choices);
            target.setItemLabelGenerator(
                    name -> name.isEmpty() ? "Not used" : name.equals(TIME) ? "Time of the row" : name);
            target.setValue(column.target());
            target.setAriaLabel("What " + column.name() + " holds");
            target.getElement().setAttribute("data-test", "file-target").setAttribute("data-column", column.name());
            target.addValueChangeListener(event -> {
                if (event.getValue() == null) {
                    target.setValue(event.getOldValue());
                } else if (event.isFromClient()) {
                    changed.accept(choose(chosen, column.name(), event.getValue()));
                }
            });
            NativeTableRow row = row(column.name());
            boolean used = !column.target().isEmpty() && !column.target().equals(TIME);
            row.add(
                    new NativeTableCell(target),
                    number(used ? Numbers.count(column.present()) : Numbers.NONE),
                    number(used ? Numbers.count(column.missing()) : Numbers.NONE));
            row.getElement().setAttribute("data-test", "file-column");
            body.add(row);
        });
        return titled(
                preview.columns().size() > COLUMNS ? "The first " + COLUMNS + " columns" : "Columns",
                table(body, 2, "Column", "Holds", "With a value", "Missing"));
    }

    /** What is chosen after one more choice: something is held by one column only. */
    static Map<String, String> choose(Map<String, String> before, String column, String target) {
        Map<String, String> after = new LinkedHashMap<>(before);
        if (!target.isEmpty()) {
            after.values().removeIf(target::equals);
        }
        after.put(column, target);
        return after;
    }

    /** What the file lacks. */
    static Component absent(FilePreview preview) {
        List<String> names = preview.absentFeatures();
        String some = String.join(", ", names.subList(0, Math.min(names.size(), NAMES)));
        String more = names.size() > NAMES ? " and " + Numbers.count(names.size() - NAMES) + " more" : "";
        Paragraph text = new Paragraph("Not in the file, so not compared with this baseline: " + some + more + ".");
        text.getStyle().set("margin", "0");
        text.getElement().setAttribute("data-test", "file-absent");
        return text;
    }

    /** The first rows. */
    static Component rows(FilePreview preview) {
        List<String> names = preview.columns().stream()
                .limit(COLUMNS)
                .map(FilePreview.Column::name)
                .toList();
        NativeTableBody body = new NativeTableBody();
        preview.preview().stream().limit(ROWS).forEach(cells -> {
            NativeTableRow row = row();
            names.forEach(name -> row.add(new NativeTableCell(text(cells.get(name)))));
            row.getElement().setAttribute("data-test", "file-row");
            body.add(row);
        });
        return titled("First rows", table(body, names.size(), names.toArray(String[]::new)));
    }

    /** What is wrong, row by row. */
    static Component problems(FilePreview preview) {
        NativeTableBody body = new NativeTableBody();
        for (FilePreview.Problem problem : preview.problems()) {
            NativeTableRow row = row(
                    Long.toString(problem.row()),
                    problem.column() == null ? Numbers.NONE : problem.column(),
                    problem.code(),
                    problem.detail());
            row.getElement().setAttribute("data-test", "file-problem");
            body.add(row);
        }
        String title = preview.badRows() > preview.problems().size()
                ? "The first " + preview.problems().size() + " problems"
                : "Problems";
        return titled(title, table(body, 4, "Row", "Column", "Code", "What is wrong"));
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    private static NativeTableRow row(String... cells) {
        NativeTableRow row = new NativeTableRow();
        for (String cell : cells) {
            row.add(new NativeTableCell(cell));
        }
        return row;
    }

    private static NativeTableCell number(String count) {
        NativeTableCell cell = new NativeTableCell(count);
        cell.addClassName("tw-num");
        return cell;
    }

    private static Component titled(String title, Component table) {
        Div part = new Div(new H3(title), table);
        part.addClassName("tw-stack");
        return part;
    }

    private static Component table(NativeTableBody body, int figuresFrom, String... columns) {
        NativeTableRow head = new NativeTableRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
            cell.setClassName("tw-num", head.getComponentCount() >= figuresFrom);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassNames("tw-table", "tw-form-table");
        Div scroll = new Div(table);
        scroll.addClassName("tw-scroll");
        return scroll;
    }
}
