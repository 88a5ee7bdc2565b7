package io.tidewatch.ui.ingestion;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dataview.GridListDataView;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.tidewatch.ui.client.StoredPrediction;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Time;
import java.util.List;
import java.util.function.Consumer;

/** The table of stored predictions. */
@Uses(Time.class)
final class PredictionGrid extends Grid<StoredPrediction> {

    private final GridListDataView<StoredPrediction> view;

    PredictionGrid(List<StoredPrediction> rows, Consumer<StoredPrediction> open) {
        super(StoredPrediction.class, false);
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setHeight("min(68vh, 900px)");
        getElement().setAttribute("data-test", "events-grid").setAttribute("aria-label", "Stored predictions");
        addColumn(LitRenderer.<StoredPrediction>of("<tw-time mode=\"exact\" datetime=\"${item.at}\"></tw-time>")
                        .withProperty("at", row -> row.occurredAt().toString()))
                .setHeader("Occurred")
                .setWidth("204px")
                .setFlexGrow(0);
        addColumn(LitRenderer.<StoredPrediction>of("""
                                <button class="tw-link-button" title="${item.id}" @click="${open}" data-test="event-open" data-prediction="${item.id}">${item.id}</button>
                                """)
                        .withProperty("id", StoredPrediction::predictionId)
                        .withFunction("open", open::accept))
                .setHeader("Prediction id")
                .setWidth("190px")
                .setFlexGrow(2);
        addColumn(StoredPrediction::version)
                .setHeader("Version")
                .setWidth("80px")
                .setFlexGrow(0);
        addColumn(row -> Outputs.text(row.prediction()))
                .setHeader("Predicted")
                .setWidth("160px")
                .setFlexGrow(1);
        addColumn(row -> Outputs.text(row.groundTruth()))
                .setHeader("Ground truth")
                .setWidth("116px")
                .setFlexGrow(1);
        addColumn(row -> row.latencyMs() == null ? Numbers.NONE : Numbers.measure(row.latencyMs()) + " ms")
                .setHeader("Latency")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("96px")
                .setFlexGrow(0);
        addColumn(row -> row.entityId() == null ? "" : row.entityId())
                .setHeader("Entity")
                .setWidth("110px")
                .setFlexGrow(1);
        view = setItems(rows);
        addItemDoubleClickListener(event -> open.accept(event.getItem()));
    }

    /** Shows rows that were added. */
    void refresh() {
        view.refreshAll();
    }
}
