package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import java.util.List;

/** A plain table for lists that are read rather than worked through. Scrolls sideways where it does not fit. */
public final class Table extends Div {

    private final NativeTableRow head = new NativeTableRow();
    private final NativeTableBody body = new NativeTableBody();
    private final String testId;
    private final List<Boolean> numeric = new ArrayList<>();

    /** An empty table; its rows carry the test id with {@code -row}. */
    public Table(String testId) {
        this.testId = testId;
        addClassName("tw-scroll");
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("tw-table");
        table.getElement().setAttribute("data-test", testId);
        add(table);
    }

    /** Adds a column of words. */
    public Table column(String title) {
        return column(title, false);
    }

    /** Adds a column of numbers. */
    public Table number(String title) {
        return column(title, true);
    }

    private Table column(String title, boolean isNumber) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell();
        if (title.isEmpty()) {
            cell.add(hidden("Actions"));
        } else {
            cell.setText(title);
        }
        cell.getElement().setAttribute("scope", "col");
        if (isNumber) {
            cell.addClassName("tw-num");
        }
        numeric.add(isNumber);
        head.add(cell);
        return this;
    }

    /** Adds a row, which a test finds by {@code key}. */
    public Table row(String key, Component... cells) {
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < cells.length; i++) {
            NativeTableCell cell = new NativeTableCell(cells[i]);
            if (numeric.get(i)) {
                cell.addClassName("tw-num");
            }
            row.add(cell);
        }
        row.getElement().setAttribute("data-test", testId + "-row").setAttribute("data-key", key);
        body.add(row);
        return this;
    }

    private static Component hidden(String text) {
        Div hidden = new Div(text);
        hidden.addClassName("tw-hidden");
        return hidden;
    }
}
