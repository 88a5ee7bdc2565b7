package io.tidewatch.ui.analysis;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dataview.GridListDataView;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.tidewatch.ui.client.Drift;
import io.tidewatch.ui.component.Explained;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Spark;
import io.tidewatch.ui.component.Status;
import io.tidewatch.ui.component.StatusBadge;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ranked table of features: the most drifted first, every number with its explanation. */
@Uses(Spark.class)
@Uses(Explained.class)
@Uses(StatusBadge.class)
final class DriftTable extends Grid<Drift.Feature> {

    private static final int GROWS_TO = 40;

    private final String model;
    private final PageState state;
    private final DriftFacts facts;
    private final GridListDataView<Drift.Feature> view;

    DriftTable(String model, PageState state, DriftFacts facts, List<Drift.Feature> rows) {
        super(Drift.Feature.class, false);
        this.model = model;
        this.state = state;
        this.facts = facts;
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("data-test", "drift-table").setAttribute("aria-label", "Features by drift");
        nameColumns();
        numberColumns();
        pictureColumn();
        boolean few = rows.size() <= GROWS_TO;
        setAllRowsVisible(few);
        if (!few) {
            setHeight("70vh");
        }
        view = setItems(new ArrayList<>(rows));
    }

    /** Shows only features whose name contains the text. */
    void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        view.setFilter(row -> row.name().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void nameColumns() {
        addColumn(LitRenderer.<Drift.Feature>of("""
                                <div class="tw-cell" data-test="drift-row" data-feature="${item.name}"><a class="tw-link tw-strong"
                                 router-link href="${item.href}" title="${item.name}" data-test="drift-feature">${item.name}</a>
                                 <span class="tw-quiet tw-small">${item.type}</span></div>
                                """)
                        .withProperty("name", Drift.Feature::name)
                        .withProperty("type", row -> row.isPrediction() ? "the prediction" : row.type())
                        .withProperty("href", row -> Navigator.href(Paths.feature(model, row.name()), state)))
                .setHeader("Feature")
                .setComparator(Comparator.comparing(Drift.Feature::name))
                .setWidth("190px")
                .setFlexGrow(2);
        addColumn(LitRenderer.<Drift.Feature>of(
                                "<tw-status status=\"${item.status}\" title=\"${item.reason}\" data-test=\"drift-status\"></tw-status>")
                        .withProperty("status", row -> Status.of(row.status()).code())
                        .withProperty("reason", row -> row.reason() == null ? "" : row.reason()))
                .setHeader("Status")
                .setComparator(
                        Comparator.comparingInt(row -> Status.of(row.status()).urgency()))
                .setWidth("120px")
                .setFlexGrow(0);
    }

    private void numberColumns() {
        number("Effect", "effect", row -> Numbers.score(row.effect()), facts::of, Drift.Feature::effect);
        number(
                "PSI",
                "psi",
                row -> Numbers.score(score(row, "psi")),
                row -> facts.of(row, row.method("psi")),
                row -> score(row, "psi"));
        number(
                "KS",
                "ks",
                row -> Numbers.score(row.ksDistance()),
                row -> facts.of(row, row.method("ks")),
                Drift.Feature::ksDistance);
        number(
                "χ² p",
                "chi_square",
                row -> Numbers.pValue(chiSquareP(row)),
                row -> facts.of(row, row.method("chi_square")),
                DriftTable::chiSquareP);
        number(
                "Missing",
                "missing_ratio",
                row -> Numbers.percent(row.currentMissingRatio()),
                row -> {
                    List<String> all = facts.of(row);
                    all.addAll(List.of("Missing in baseline", Numbers.percent(row.referenceMissingRatio())));
                    return all;
                },
                Drift.Feature::currentMissingRatio);
    }

    private void pictureColumn() {
        addColumn(LitRenderer.<Drift.Feature>of("""
                                <tw-spark .reference="${item.reference}" .current="${item.current}"
                                 title="Grey: baseline. Line: this window."></tw-spark>
                                """)
                        .withProperty(
                                "reference",
                                row -> row.sparkline() == null
                                        ? List.of()
                                        : shares(row.sparkline().reference()))
                        .withProperty(
                                "current",
                                row -> row.sparkline() == null
                                        ? List.of()
                                        : shares(row.sparkline().current())))
                .setHeader("Distribution")
                .setSortable(false)
                .setWidth("144px")
                .setFlexGrow(0);
    }

    private void number(
            String header,
            String term,
            ValueProvider<Drift.Feature, String> text,
            ValueProvider<Drift.Feature, List<String>> explained,
            ValueProvider<Drift.Feature, @Nullable Double> sortedBy) {
        addColumn(LitRenderer.<Drift.Feature>of("<tw-explain term=\"" + term
                                + "\" value=\"${item.text}\" .facts=\"${item.facts}\" data-test=\"drift-" + term
                                + "\"></tw-explain>")
                        .withProperty("text", text)
                        .withProperty("facts", explained))
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setComparator((a, b) -> Comparator.nullsFirst(Comparator.<Double>naturalOrder())
                        .compare(sortedBy.apply(a), sortedBy.apply(b)))
                .setWidth("104px")
                .setFlexGrow(1);
    }

    /** For a test that reports only a p-value, the score is that p-value. */
    static @Nullable Double chiSquareP(Drift.Feature row) {
        Drift.Method method = row.method("chi_square");
        if (method == null) {
            return null;
        }
        return method.pValue() != null ? method.pValue() : method.score();
    }

    private static @Nullable Double score(Drift.Feature row, String name) {
        Drift.Method method = row.method(name);
        return method == null ? null : method.score();
    }

    private static List<Double> shares(@Nullable List<Double> shares) {
        return shares == null ? List.of() : shares;
    }
}
