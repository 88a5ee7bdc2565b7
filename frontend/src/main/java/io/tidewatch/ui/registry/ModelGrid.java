package io.tidewatch.ui.registry;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dataview.GridListDataView;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Status;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.Paths;
import io.tidewatch.ui.navigation.TimeRange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of models. */
final class ModelGrid extends Grid<ModelRow> {

    private static final int GROWS_TO = 60;

    private PageState state = new PageState(null, null, TimeRange.DEFAULT, null, null);

    ModelGrid() {
        super(ModelRow.class, false);
        addThemeVariants(GridVariant.NO_BORDER);
        getElement().setAttribute("data-test", "models-grid").setAttribute("aria-label", "Models");
        setSelectionMode(SelectionMode.NONE);
        setMultiSort(false);

        addColumn(LitRenderer.<ModelRow>of("""
                                <div class="tw-cell"><a class="tw-link tw-strong" router-link href="${item.href}" data-test="model-link"
                                 data-model="${item.key}">${item.name}</a><span class="tw-quiet tw-small tw-mono">${item.key}</span></div>
                                """)
                        .withProperty(
                                "href",
                                row -> Navigator.href(Paths.model(row.model().key()), state))
                        .withProperty("key", row -> row.model().key())
                        .withProperty("name", row -> row.model().name()))
                .setHeader("Model")
                .setComparator(Comparator.comparing(row -> row.model().name().toLowerCase(Locale.ROOT)))
                .setFlexGrow(3)
                .setWidth("220px");
        addColumn(LitRenderer.<ModelRow>of("""
                                ${item.status ? html`<tw-status status="${item.status}" data-test="model-status" data-model="${item.key}"
                                  title="${item.reason}"></tw-status>` : html`<span class="tw-pending">Checking</span>`}
                                """)
                        .withProperty("key", row -> row.model().key())
                        .withProperty("status", ModelGrid::statusCode)
                        .withProperty("reason", ModelGrid::reason))
                .setHeader("Status")
                .setComparator(ModelRow.BY_URGENCY)
                .setKey("status")
                .setWidth("128px")
                .setFlexGrow(1);
        addColumn(row -> row.driftedFeatureCount() < 0 ? "" : drifted(row))
                .setHeader("Drifted")
                .setTextAlign(ColumnTextAlign.END)
                .setComparator(Comparator.comparingInt(ModelRow::driftedFeatureCount))
                .setWidth("110px")
                .setFlexGrow(1);
        addColumn(row -> row.predictionCount24h() < 0 ? "" : Numbers.count(row.predictionCount24h()))
                .setHeader("Last 24 h")
                .setTextAlign(ColumnTextAlign.END)
                .setComparator(Comparator.comparingLong(ModelRow::predictionCount24h))
                .setWidth("150px")
                .setFlexGrow(1);
        addColumn(LitRenderer.<ModelRow>of("""
                                ${item.at ? html`<tw-time mode="relative" datetime="${item.at}"></tw-time>` : html`<span class="tw-quiet">${item.none}</span>`}
                                """)
                        .withProperty("at", row -> text(row.lastPredictionAt()))
                        .withProperty("none", row -> row.isPending() ? "" : "never"))
                .setHeader("Last prediction")
                .setComparator(Comparator.comparing(
                        ModelRow::lastPredictionAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .setWidth("150px")
                .setFlexGrow(1);
        addColumn(row -> Tasks.label(row.model().task()))
                .setHeader("Task")
                .setWidth("190px")
                .setFlexGrow(1)
                .setSortable(true);
        addColumn(row -> row.model().team().name())
                .setHeader("Team")
                .setWidth("140px")
                .setFlexGrow(1)
                .setSortable(true);
    }

    GridListDataView<ModelRow> show(List<ModelRow> rows, PageState pageState) {
        state = pageState.outsideModel();
        boolean few = rows.size() <= GROWS_TO;
        setAllRowsVisible(few);
        if (!few) {
            setHeight("70vh");
        }
        return setItems(rows);
    }

    private static String drifted(ModelRow row) {
        return row.health() == null
                ? ""
                : row.driftedFeatureCount() + " of " + row.health().featureCount();
    }

    private static @Nullable String statusCode(ModelRow row) {
        Status status = row.status();
        return status == null ? null : status.code();
    }

    private static String reason(ModelRow row) {
        return row.health() == null || row.health().reason() == null
                ? ""
                : row.health().reason();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
