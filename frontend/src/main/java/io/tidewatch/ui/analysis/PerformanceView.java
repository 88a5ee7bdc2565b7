package io.tidewatch.ui.analysis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Analysis;
import io.tidewatch.ui.client.ModelVersion;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Performance;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Chart;
import io.tidewatch.ui.component.CsvExport;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.Snippets;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.shell.ModelLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import io.tidewatch.ui.shell.Zones;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How good the predictions were, by version: in all, and over time. */
@PermitAll
@Route(value = "models/:model/performance", layout = ModelLayout.class)
class PerformanceView extends PageView {

    private final Models models;
    private final Analysis analysis;
    private final Slot slot;

    PerformanceView(Loader loader, Models models, Analysis analysis) {
        this.models = models;
        this.analysis = analysis;
        this.slot = new Slot(loader, "the performance", Skeleton.CHART);
        add(slot);
    }

    @Override
    protected void enter(Visit visit) {
        title("Performance · " + visit.model());
        slot.load(
                visit.state().organization(),
                caller -> new Loaded(
                        analysis.performance(
                                caller,
                                visit.model(),
                                visit.scope(),
                                visit.window().coarseInterval()),
                        unit(models.versions(caller, visit.model()))),
                loaded -> show(loaded, visit));
    }

    private static Component show(Loaded loaded, Visit visit) {
        Performance performance = loaded.performance();
        Div page = new Div();
        page.addClassName("tw-page");
        if (!PerformanceCharts.hasGroundTruth(performance)) {
            Div empty = States.empty(
                    "No ground truth in this time range",
                    "Performance needs to know what really happened. Send it whenever it is known, by prediction id:");
            empty.add(States.code(Snippets.record(visit.model(), performance.task())));
            page.add(Card.around(empty));
            page.add(Card.around(coverage(performance, visit)));
            return page;
        }
        page.add(Card.flush(
                        "In this time range",
                        "From predictions whose ground truth has arrived. Choose a number to see what it means.",
                        CsvExport.button(visit.model() + "-performance.csv", () -> PerformanceTable.csv(performance)))
                .with(PerformanceTable.of(performance, visit.window(), Zones.of(UI.getCurrent()))));
        Div grid = new Div();
        grid.addClassName("tw-grid");
        for (Metric metric : Metric.of(performance.task())) {
            grid.add(Card.around(new Chart(PerformanceCharts.metric(performance, metric, visit.window(), loaded.unit()))
                            .named("chart-" + metric.key()))
                    .span(6));
        }
        grid.add(Card.around(coverage(performance, visit)).span(6));
        page.add(grid);
        return page;
    }

    private static Chart coverage(Performance performance, Visit visit) {
        return new Chart(PerformanceCharts.coverage(performance, visit.window())).named("chart-coverage");
    }

    private static @Nullable String unit(List<ModelVersion> versions) {
        return versions.stream()
                .map(ModelVersion::output)
                .filter(Objects::nonNull)
                .map(ModelVersion.Output::unit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private record Loaded(Performance performance, @Nullable String unit) {}
}
