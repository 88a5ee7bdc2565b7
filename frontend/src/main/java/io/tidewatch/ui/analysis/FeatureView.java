package io.tidewatch.ui.analysis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Analysis;
import io.tidewatch.ui.client.Drift;
import io.tidewatch.ui.client.DriftHistory;
import io.tidewatch.ui.client.ModelVersion;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Scope;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Chart;
import io.tidewatch.ui.component.Explained;
import io.tidewatch.ui.component.Facts;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.Status;
import io.tidewatch.ui.component.Verdict;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.Paths;
import io.tidewatch.ui.navigation.Window;
import io.tidewatch.ui.shell.ModelLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import io.tidewatch.ui.shell.Zones;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One feature: both distributions over each other, and its drift over time. */
@PermitAll
@Route(value = "models/:model/drift/:feature", layout = ModelLayout.class)
class FeatureView extends PageView {

    /** A single day says little over time: the history then shows the two weeks around it. */
    private static final Duration SHORTEST_HISTORY = Duration.ofDays(3);

    private final Models models;
    private final Analysis analysis;
    private final Anchor back = new Anchor("", "All features");
    private final H2 name = new H2();
    private final Slot comparison;
    private final Slot history;

    FeatureView(Loader loader, Models models, Analysis analysis) {
        this.models = models;
        this.analysis = analysis;
        this.comparison = new Slot(loader, "this feature", Skeleton.CHART);
        this.history = new Slot(loader, "its drift over time", Skeleton.CHART);
        back.getElement().setAttribute("router-link", true);
        name.getElement().setAttribute("data-test", "feature-name");
        name.getStyle().set("font-size", "18px").set("line-height", "24px").set("overflow-wrap", "anywhere");
        Div crumbs = new Div(new Icon("back"), back);
        crumbs.addClassName("tw-crumbs");
        Div head = new Div(crumbs, name);
        add(head, comparison, Card.around(history));
    }

    @Override
    protected void enter(Visit visit) {
        String model = visit.model();
        String feature = visit.parameters().get("feature").orElseThrow();
        String organization = visit.state().organization();
        title(feature + " · " + model);
        name.setText(feature);
        back.setHref(Navigator.href(Paths.model(model, "drift"), visit.state()));
        comparison.load(
                organization,
                caller -> new Loaded(
                        analysis.feature(caller, model, feature, visit.scope()),
                        schema(models.versions(caller, model), feature)),
                loaded -> comparison(loaded, visit));
        Window around = around(visit.window());
        Scope scope = new Scope(
                around.from(),
                around.to(),
                visit.state().version(),
                visit.state().environment());
        history.load(
                organization,
                caller -> analysis.featureHistory(caller, model, feature, scope, "P1D")
                        .points(),
                points -> history(points, around));
    }

    private static Component comparison(Loaded loaded, Visit visit) {
        Drift.Feature feature = loaded.feature();
        ModelVersion.Feature schema = loaded.schema();
        DriftFacts facts = new DriftFacts(visit.window(), feature.baseline(), Zones.of(UI.getCurrent()));
        Div all = new Div();
        all.addClassName("tw-page");
        String reason = feature.reason() == null ? "There is no reason to show." : feature.reason();
        String description = schema == null ? null : schema.description();
        all.add(new Verdict(Status.of(feature.status()), reason, description));
        Chart chart = new Chart(DriftCharts.distribution(feature, schema == null ? null : schema.unit()))
                .height(300)
                .named("chart-distribution");
        Div grid = new Div(
                Card.around(chart).span(8),
                Card.titled("In numbers", null).with(numbers(feature, facts)).span(4));
        grid.addClassName("tw-grid");
        all.add(grid);
        return all;
    }

    private static Component numbers(Drift.Feature feature, DriftFacts facts) {
        Facts figures = new Facts()
                .columns()
                .with(
                        "Drift effect",
                        "number-effect",
                        new Explained("effect", Numbers.score(feature.effect()), facts.of(feature)));
        Drift.Method psi = feature.method("psi");
        if (psi != null) {
            figures.with("PSI", "number-psi", new Explained("psi", Numbers.score(psi.score()), facts.of(feature, psi)));
        }
        Drift.Method ks = feature.method("ks");
        if (ks != null) {
            figures.with(
                    "KS", "number-ks", new Explained("ks", Numbers.score(feature.ksDistance()), facts.of(feature, ks)));
        }
        Drift.Method chiSquare = feature.method("chi_square");
        if (chiSquare != null) {
            figures.with(
                    "Chi-square p",
                    "number-chi-square",
                    new Explained(
                            "chi_square",
                            Numbers.pValue(DriftTable.chiSquareP(feature)),
                            facts.of(feature, chiSquare)));
        }
        return figures.with(
                        "p-value",
                        "number-p",
                        new Explained("p_value", Numbers.pValue(feature.pValue()), facts.of(feature)))
                .with(
                        "q-value",
                        "number-q",
                        new Explained("q_value", Numbers.pValue(feature.qValue()), facts.of(feature)))
                .with(
                        "Missing",
                        "number-missing",
                        new Explained(
                                "missing_ratio", Numbers.percent(feature.currentMissingRatio()), facts.of(feature)))
                .with(
                        "Missing in baseline",
                        "number-missing-baseline",
                        new Explained(
                                "missing_ratio", Numbers.percent(feature.referenceMissingRatio()), facts.of(feature)))
                .with("Values", "number-n", count(feature.currentCount()))
                .with("Values in baseline", "number-n-baseline", count(feature.referenceCount()));
    }

    private static Span count(@Nullable Long count) {
        return new Span(count == null ? Numbers.NONE : Numbers.count(count));
    }

    private static Component history(List<DriftHistory.Point> points, Window window) {
        return new Chart(DriftCharts.history(points, window)).named("chart-feature-history");
    }

    static Window around(Window window) {
        if (window.length().compareTo(SHORTEST_HISTORY) >= 0) {
            return window;
        }
        return new Window(window.from().minus(Duration.ofDays(7)), window.to().plus(Duration.ofDays(7)));
    }

    private static ModelVersion.@Nullable Feature schema(List<ModelVersion> versions, String feature) {
        return versions.stream()
                .flatMap(version -> version.features().stream())
                .filter(each -> each.name().equals(feature))
                .findFirst()
                .orElse(null);
    }

    private record Loaded(Drift.Feature feature, ModelVersion.@Nullable Feature schema) {}
}
