package io.tidewatch.ui.ingestion;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dataview.GridListDataView;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.tidewatch.ui.client.DeadLetter;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Time;
import java.util.List;
import java.util.function.Consumer;

/** The table of dead letters. */
@Uses(Time.class)
final class DeadLetterGrid extends Grid<DeadLetter> {

    private final GridListDataView<DeadLetter> view;

    DeadLetterGrid(List<DeadLetter> rows, Consumer<DeadLetter> open, boolean selectable) {
        super(DeadLetter.class, false);
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(selectable ? SelectionMode.MULTI : SelectionMode.NONE);
        setAllRowsVisible(rows.size() <= 12);
        if (rows.size() > 12) {
            setHeight("min(60vh, 640px)");
        }
        getElement().setAttribute("data-test", "letters-grid").setAttribute("aria-label", "Dead letters");
        addColumn(LitRenderer.<DeadLetter>of("<tw-time mode=\"exact\" datetime=\"${item.at}\"></tw-time>")
                        .withProperty("at", row -> row.receivedAt().toString()))
                .setHeader("Received")
                .setWidth("204px")
                .setFlexGrow(0);
        addColumn(LitRenderer.<DeadLetter>of("""
                                <button class="tw-link-button" @click="${open}" data-test="letter-open" data-letter="${item.id}">${item.reason}</button>
                                """)
                        .withProperty("id", DeadLetter::id)
                        .withProperty("reason", DeadLetter::reason)
                        .withFunction("open", open::accept))
                .setHeader("Reason")
                .setWidth("190px")
                .setFlexGrow(1);
        addColumn(DeadLetter::model).setHeader("Model").setWidth("150px").setFlexGrow(1);
        addColumn(row -> row.kind().equals("prediction") ? "prediction" : "ground truth")
                .setHeader("Event")
                .setWidth("120px")
                .setFlexGrow(0);
        addColumn(DeadLetter::detail).setHeader("Detail").setWidth("220px").setFlexGrow(3);
        addColumn(row -> Numbers.count(row.payloadBytes()))
                .setHeader("Bytes")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("96px")
                .setFlexGrow(0);
        if (!selectable) {
            addColumn(DeadLetter::state).setHeader("State").setWidth("110px").setFlexGrow(0);
        }
        view = setItems(rows);
    }

    /** Shows rows that were added. */
    void refresh() {
        view.refreshAll();
    }
}
