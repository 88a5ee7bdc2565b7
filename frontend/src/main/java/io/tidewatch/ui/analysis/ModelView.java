package io.tidewatch.ui.analysis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Analysis;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Drift;
import io.tidewatch.ui.client.Health;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Performance;
import io.tidewatch.ui.client.Setup;
import io.tidewatch.ui.client.Setups;
import io.tidewatch.ui.client.Volume;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Chart;
import io.tidewatch.ui.component.CoverageCard;
import io.tidewatch.ui.component.CsvExport;
import io.tidewatch.ui.component.Explained;
import io.tidewatch.ui.component.Facts;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.Snippets;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Status;
import io.tidewatch.ui.component.Time;
import io.tidewatch.ui.component.Verdict;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.Paths;
import io.tidewatch.ui.shell.ModelLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import io.tidewatch.ui.shell.Zones;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** A model's overview: the verdict in words, then how many predictions, what has drifted, and how good they were. */
@PermitAll
@Route(value = "models/:model", layout = ModelLayout.class)
class ModelView extends PageView {

    private static final int SHOWN_FEATURES = 10;

    private final Models models;
    private final Analysis analysis;
    private final Slot verdict;
    private final Slot volume;
    private final Slot performance;
    private final Slot drift;
    private final Slot coverage;
    private final Setups setups;

    ModelView(Loader loader, Models models, Analysis analysis, Setups setups) {
        this.models = models;
        this.setups = setups;
        this.coverage = new Slot(loader, "what is watched of it", Skeleton.LINES);
        this.analysis = analysis;
        this.verdict = new Slot(loader, "the model's verdict", Skeleton.LINES);
        this.volume = new Slot(loader, "the prediction counts", Skeleton.CHART);
        this.performance = new Slot(loader, "the performance", Skeleton.CHART);
        this.drift = new Slot(loader, "the drift of its features", Skeleton.TABLE);
        Div charts =
                new Div(Card.around(volume).span(6), Card.around(performance).span(6));
        charts.addClassName("tw-grid");
        add(verdict, charts, drift, coverage);
    }

    @Override
    protected void enter(Visit visit) {
        String model = visit.model();
        String organization = visit.state().organization();
        title(model);
        verdict.load(organization, caller -> verdict(caller, model), loaded -> verdict(loaded, visit));
        volume.load(
                organization, caller -> analysis.volume(caller, model, visit.scope()), loaded -> volume(loaded, visit));
        performance.load(
                organization,
                caller -> analysis.performance(
                        caller, model, visit.scope(), visit.window().coarseInterval()),
                loaded -> performance(loaded, visit));
        coverage.load(organization, caller -> setups.get(caller, model), setup -> coverage(setup, visit));
        drift.load(
                organization, caller -> analysis.drift(caller, model, visit.scope()), loaded -> drift(loaded, visit));
    }

    /** Only a model that has had no prediction yet needs its schema here, for the first steps. */
    private Loaded verdict(Caller caller, String model) {
        Health health = models.health(caller, model);
        String firstSteps = health.lastPredictionAt() != null
                ? ""
                : Snippets.record(model, models.get(caller, model).task(), models.versions(caller, model));
        return new Loaded(health, firstSteps);
    }

    private static Component verdict(Loaded loaded, Visit visit) {
        Health health = loaded.health();
        Status status = Status.of(health.status());
        Div all = new Div();
        all.addClassName("tw-page");
        String reason = health.reason() == null ? "There is no reason to show." : health.reason();
        all.add(new Verdict(status, reason, "Judged over the latest window, whatever time range is chosen above."));
        if (health.lastPredictionAt() == null) {
            Div steps = States.empty(
                    "Send the first prediction",
                    "Add the SDK to your Java service and record predictions; they show up here within seconds.");
            Anchor setup = new Anchor(
                    Navigator.href(Paths.model(visit.model(), "setup"), visit.state()),
                    "Set this model up step by step, also with curl or Python");
            setup.getElement().setAttribute("router-link", true);
            steps.add(States.code(loaded.firstSteps()), setup);
            all.add(Card.around(steps));
            return all;
        }
        List<String> window = health.evaluatedAt() == null
                ? List.of()
                : List.of("As of", health.evaluatedAt().toString());
        all.add(new Facts()
                .with("Last prediction", "fact-last-prediction", Time.ago(health.lastPredictionAt()))
                .with(
                        "Predictions, last 24 h",
                        "fact-volume",
                        new Explained("volume", Numbers.count(health.predictionCount24h()), window))
                .with(
                        "Drifted features",
                        "fact-drifted",
                        new Explained(
                                "drifted_features",
                                health.driftedFeatureCount() + " of " + health.featureCount(),
                                window)));
        return all;
    }

    private static Component coverage(Setup setup, Visit visit) {
        Anchor link = new Anchor(
                Navigator.href(Paths.model(visit.model(), "setup"), visit.state()),
                setup.isOver() ? "Setup" : "Go on with the setup");
        link.getElement().setAttribute("router-link", true).setAttribute("data-test", "to-setup");
        return CoverageCard.of(setup.coverage(), link);
    }

    private static Component volume(Volume volume, Visit visit) {
        return new Chart(VolumeChart.spec(volume, visit.window())).named("chart-volume");
    }

    private static Component performance(Performance performance, Visit visit) {
        Metric metric = Metric.of(performance.task()).getFirst();
        return new Chart(PerformanceCharts.metric(performance, metric, visit.window(), null))
                .named("chart-performance");
    }

    private static Component drift(Drift drift, Visit visit) {
        String model = visit.model();
        if (drift.rows().isEmpty()) {
            Div empty = States.empty(
                    "Nothing to compare yet", drift.reason() == null ? "There are no features here." : drift.reason());
            if (drift.baseline() == null) {
                empty.add(new Anchor(
                        Navigator.href(Paths.model(model, "settings"), visit.state()), "Pin a baseline in settings"));
            }
            return Card.around(empty);
        }
        DriftFacts facts = new DriftFacts(visit.window(), drift.baseline(), Zones.of(UI.getCurrent()));
        List<Drift.Feature> rows = drift.rows().stream().limit(SHOWN_FEATURES).toList();
        DriftTable table = new DriftTable(model, visit.state(), facts, rows);
        Anchor more = new Anchor(
                Navigator.href(Paths.model(model, "drift"), visit.state()),
                drift.rows().size() > rows.size() ? "All " + drift.rows().size() + " features" : "Drift over time");
        more.getElement().setAttribute("router-link", true);
        return Card.flush(
                        "Drift", drift.reason(), more, CsvExport.button(model + "-drift.csv", () -> DriftCsv.of(drift)))
                .with(table);
    }

    private record Loaded(Health health, String firstSteps) {}
}
