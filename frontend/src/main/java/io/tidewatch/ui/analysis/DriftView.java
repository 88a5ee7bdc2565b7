package io.tidewatch.ui.analysis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Analysis;
import io.tidewatch.ui.client.Drift;
import io.tidewatch.ui.client.DriftHistory;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Chart;
import io.tidewatch.ui.component.CsvExport;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Status;
import io.tidewatch.ui.component.Times;
import io.tidewatch.ui.component.Verdict;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.Paths;
import io.tidewatch.ui.navigation.TimeRange;
import io.tidewatch.ui.shell.ModelLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import io.tidewatch.ui.shell.Zones;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** All features against the baseline: the whole table, and each over time. */
@PermitAll
@Route(value = "models/:model/drift", layout = ModelLayout.class)
class DriftView extends PageView {

    private final Analysis analysis;
    private final Div parts = new Div();
    private final Slot table;
    private final Slot history;

    DriftView(Loader loader, Analysis analysis) {
        this.analysis = analysis;
        this.table = new Slot(loader, "the drift of its features", Skeleton.TABLE);
        this.history = new Slot(loader, "the drift over time", Skeleton.CHART);
        parts.setVisible(false);
        add(parts, table, Card.around(history));
    }

    @Override
    protected void enter(Visit visit) {
        title("Drift · " + visit.model());
        parts.setVisible(false);
        String organization = visit.state().organization();
        table.load(
                organization,
                caller -> analysis.drift(caller, visit.model(), visit.scope()),
                drift -> table(drift, visit));
        history.load(
                organization,
                caller -> analysis.history(
                        caller, visit.model(), visit.scope(), visit.window().coarseInterval()),
                loaded -> heatMap(loaded, visit));
    }

    private static Component table(Drift drift, Visit visit) {
        ZoneId zone = Zones.of(UI.getCurrent());
        Div all = new Div();
        all.addClassName("tw-page");
        String reason = drift.reason() == null ? "There is no reason to show." : drift.reason();
        all.add(new Verdict(Status.of(drift.status()), reason, basis(drift, visit, zone)));
        if (drift.rows().isEmpty()) {
            Div empty =
                    States.empty("Nothing to compare in this time range", "Choose a longer one, or pin a baseline.");
            empty.add(new Anchor(
                    Navigator.href(Paths.model(visit.model(), "settings"), visit.state()), "Baselines in settings"));
            all.add(Card.around(empty));
            return all;
        }
        DriftFacts facts = new DriftFacts(visit.window(), drift.baseline(), zone);
        DriftTable table = new DriftTable(visit.model(), visit.state(), facts, drift.rows());
        TextField filter = new TextField();
        filter.setPlaceholder("Feature");
        filter.setAriaLabel("Filter features");
        filter.setPrefixComponent(new Icon("search"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.EAGER);
        filter.getElement().setAttribute("data-test", "drift-filter");
        filter.addValueChangeListener(event -> table.filter(event.getValue()));
        all.add(Card.flush(
                        Numbers.count(drift.rows().size(), "feature", "features"),
                        "What drifted first, then what came closest to it. Choose a number to see what it means.",
                        filter,
                        CsvExport.button(visit.model() + "-drift.csv", () -> DriftCsv.of(drift)))
                .with(table));
        return all;
    }

    private static @Nullable String basis(Drift drift, Visit visit, ZoneId zone) {
        Drift.Reference baseline = drift.baseline();
        if (baseline == null) {
            return null;
        }
        String text = Numbers.count(drift.n(), "prediction", "predictions") + " of "
                + Times.span(visit.window().from(), visit.window().to(), zone) + ", compared with baseline ";
        String name = baseline.name() == null ? "" : "“" + baseline.name() + "” ";
        return baseline.from() == null || baseline.to() == null
                ? text + name
                : text + name + "of " + Times.span(baseline.from(), baseline.to(), zone);
    }

    /** A long window can be fine as a whole and hide days that were not. */
    private void tellParts(String critical) {
        parts.removeAll();
        if (!critical.isEmpty()) {
            Verdict verdict = new Verdict(
                    Status.CRITICAL,
                    "Critical in parts of this time range: " + critical + ".",
                    "The verdict below is of the time range as a whole. Choose a red cell to look into it.");
            verdict.getElement().setAttribute("data-test", "verdict-parts");
            parts.add(verdict);
        }
        parts.setVisible(!critical.isEmpty());
    }

    private Component heatMap(DriftHistory history, Visit visit) {
        boolean hourly = "PT1H".equals(visit.window().coarseInterval());
        tellParts(DriftCharts.criticalIntervals(DriftCharts.ranked(history), hourly));
        Chart chart =
                new Chart(DriftCharts.heatMap(history, hourly, Zones.of(UI.getCurrent()))).named("chart-drift-history");
        chart.addPickListener(pick -> {
            Instant start = DriftCharts.starts(history).get(pick.column());
            Instant end = start.plus(hourly ? Duration.ofHours(1) : Duration.ofDays(1));
            PageState state = visit.state().withRange(new TimeRange.Between(start, end));
            Navigator.open(
                    UI.getCurrent(),
                    Paths.feature(
                            visit.model(),
                            DriftCharts.ranked(history).get(pick.row()).name()),
                    state);
        });
        return chart;
    }
}
