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
import io.tidewatch.ui.client.ModelVersion;
import io.tidewatch.ui.component.Csv;
import io.tidewatch.ui.component.Numbers;
import java.util.List;

/** The features a version takes in. */
final class SchemaTable {

    private static final List<String> COLUMNS =
            List.of("Feature", "Type", "Required", "Allowed", "Unit", "Description");
    private static final int CATEGORIES_SHOWN = 8;

    private SchemaTable() {}

    static Component of(ModelVersion version) {
        if (version.features().isEmpty()) {
            Paragraph none = new Paragraph("This version declares no features.");
            none.addClassName("tw-quiet");
            none.getStyle().set("padding", "0 20px 16px");
            return none;
        }
        NativeTableRow head = new NativeTableRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        NativeTableBody body = new NativeTableBody();
        for (ModelVersion.Feature feature : version.features()) {
            body.add(new NativeTableRow(
                    new NativeTableCell(feature.name()),
                    new NativeTableCell(feature.type()),
                    new NativeTableCell(Boolean.TRUE.equals(feature.required()) ? "yes" : "no"),
                    new NativeTableCell(allowed(feature)),
                    new NativeTableCell(feature.unit() == null ? "" : feature.unit()),
                    new NativeTableCell(feature.description() == null ? "" : feature.description())));
        }
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("tw-table");
        Div scroll = new Div(table);
        scroll.addClassName("tw-scroll");
        return scroll;
    }

    static String csv(ModelVersion version) {
        Csv csv = new Csv("feature", "type", "required", "min", "max", "categories", "unit", "description");
        for (ModelVersion.Feature feature : version.features()) {
            csv.row(
                    feature.name(),
                    feature.type(),
                    Boolean.TRUE.equals(feature.required()),
                    feature.min(),
                    feature.max(),
                    feature.categories() == null ? null : String.join("|", feature.categories()),
                    feature.unit(),
                    feature.description());
        }
        return csv.toString();
    }

    static String allowed(ModelVersion.Feature feature) {
        List<String> categories = feature.categories();
        if (categories != null && !categories.isEmpty()) {
            String shown = String.join(", ", categories.subList(0, Math.min(CATEGORIES_SHOWN, categories.size())));
            int more = categories.size() - CATEGORIES_SHOWN;
            return more > 0 ? shown + " and " + more + " more" : shown;
        }
        if (feature.min() != null && feature.max() != null) {
            return Numbers.measure(feature.min()) + " to " + Numbers.measure(feature.max());
        }
        if (feature.min() != null) {
            return "from " + Numbers.measure(feature.min());
        }
        return feature.max() == null ? "anything" : "up to " + Numbers.measure(feature.max());
    }
}
