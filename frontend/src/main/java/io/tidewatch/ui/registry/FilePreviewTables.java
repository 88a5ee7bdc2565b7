package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
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
    private static final String TIME = "occurredAt";

    private FilePreviewTables() {}

    /** The columns, each with what it holds; {@code changed} gets all of it after a change. */
    static Component columns(FilePreview preview, List<String> targets, Consumer<Map<String, String>> changed) {
        Map<String, String> chosen = new LinkedHashMap<>();
        preview.columns().forEach(column -> chosen.put(column.name(), column.target()));
        List<String> choices = new ArrayList<>(List.of(""));
        choices.addAll(targets);
        choices.add(TIME);
        NativeTableBody body = new NativeTableBody();
        for (FilePreview.Column column : preview.columns()) {
            Select<String> target = new Select<>();
            target.setItems(choices);
            target.setItemLabelGenerator(
                    name -> name.isEmpty() ? "Not used" : name.equals(TIME) ? "Time of the row" : name);
            target.setValue(column.target());
            target.getElement()
                    .setProperty("accessibleName", "What " + column.name() + " holds")
                    .setAttribute("data-test", "file-target")
                    .setAttribute("data-column", column.name());
            target.addValueChangeListener(event -> {
                chosen.put(column.name(), event.getValue() == null ? "" : event.getValue());
                changed.accept(chosen);
            });
            NativeTableRow row = row(column.name());
            row.add(new NativeTableCell(target), number(column.present()), number(column.missing()));
            row.getElement().setAttribute("data-test", "file-column");
            body.add(row);
        }
        return titled("Columns", table(body, "Column", "Holds", "With a value", "Missing"));
    }

    /** The first rows. */
    static Component rows(FilePreview preview) {
        List<String> names =
                preview.columns().stream().map(FilePreview.Column::name).toList();
        NativeTableBody body = new NativeTableBody();
        preview.preview().stream().limit(ROWS).forEach(cells -> {
            NativeTableRow row = row();
            names.forEach(name -> row.add(new NativeTableCell(text(cells.get(name)))));
            row.getElement().setAttribute("data-test", "file-row");
            body.add(row);
        });
        return titled("First rows", table(body, names.toArray(String[]::new)));
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
        return titled(title, table(body, "Row", "Column", "Code", "What is wrong"));
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

    private static NativeTableCell number(long count) {
        NativeTableCell cell = new NativeTableCell(Numbers.count(count));
        cell.addClassName("tw-num");
        return cell;
    }

    private static Component titled(String title, Component table) {
        Div part = new Div(new H3(title), table);
        part.addClassName("tw-stack");
        return part;
    }

    private static Component table(NativeTableBody body, String... columns) {
        NativeTableRow head = new NativeTableRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
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
