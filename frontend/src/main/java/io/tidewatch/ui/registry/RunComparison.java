package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.Run;
import io.tidewatch.ui.client.RunDetail;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Chart;
import io.tidewatch.ui.component.ChartSpec;
import io.tidewatch.ui.component.ChartSpec.Axis;
import io.tidewatch.ui.component.ChartSpec.Point;
import io.tidewatch.ui.component.ChartSpec.Series;
import io.tidewatch.ui.component.Facts;
import io.tidewatch.ui.component.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** One run in detail, or two side by side: the first is the reference, the second what is compared with it. */
final class RunComparison {

    private static final int MOST_CHARTS = 8;

    private RunComparison() {}

    static Component of(List<RunDetail> runs) {
        Div page = new Div();
        page.addClassName("tw-page");
        page.getElement().setAttribute("data-test", runs.size() == 1 ? "run-detail" : "run-comparison");
        Card head = Card.titled(title(runs), null);
        runs.forEach(detail -> head.add(facts(detail, runs)));
        page.add(head);
        page.add(Card.flush(
                        "Metrics", runs.size() == 1 ? null : "Final values, and how much the second is above the first")
                .with(RunTables.metrics(runs)));
        charts(runs).forEach(chart -> page.add(Card.around(chart)));
        page.add(Card.flush("Parameters", runs.size() == 1 ? null : "Those that differ come first")
                .with(RunTables.parameters(runs)));
        if (runs.stream().anyMatch(detail -> detail.profile() != null)) {
            page.add(Card.flush("Data", "What the data of the " + (runs.size() == 1 ? "run" : "runs") + " looked like")
                    .with(RunTables.profiles(runs)));
        }
        return page;
    }

    private static String title(List<RunDetail> runs) {
        return runs.size() == 1
                ? names(runs).getFirst()
                : names(runs).get(0) + " and " + names(runs).get(1);
    }

    /** What to call the runs; told apart where they have the same name. */
    static List<String> names(List<RunDetail> runs) {
        List<String> labels = runs.stream().map(detail -> detail.run().label()).toList();
        if (labels.size() < 2 || !labels.get(0).equals(labels.get(1))) {
            return labels;
        }
        return List.of(labels.get(0) + " (1)", labels.get(1) + " (2)");
    }

    private static Component facts(RunDetail detail, List<RunDetail> runs) {
        Run run = detail.run();
        Facts facts = new Facts()
                .small()
                .with(runs.size() == 1 ? "Run" : names(runs).get(runs.indexOf(detail)), "run-id", mono(run.id()))
                .with("Started", "run-started", Time.at(run.startedAt()))
                .with("Took", "run-took", new Span(RunGrid.duration(run.duration())))
                .with("Ended", "run-status", new Span(run.kind() + " " + run.status()));
        if (!run.versionNames().isEmpty()) {
            facts.with("Version", "run-versions", new Span(run.versionNames()));
        }
        if (run.createdBy() != null) {
            facts.with("Logged by", "run-by", new Span(run.createdBy()));
        }
        facts.getStyle().set("padding-block", "6px");
        return facts;
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassName("tw-mono");
        return span;
    }

    private static List<Chart> charts(List<RunDetail> runs) {
        TreeSet<String> metrics = new TreeSet<>();
        runs.forEach(detail -> metrics.addAll(detail.seriesOrNone().keySet()));
        return metrics.stream()
                .limit(MOST_CHARTS)
                .map(metric -> new Chart(chart(metric, runs)).height(240).named("chart-series"))
                .toList();
    }

    static ChartSpec chart(String metric, List<RunDetail> runs) {
        TreeMap<Long, Integer> steps = new TreeMap<>();
        runs.forEach(detail ->
                detail.seriesOrNone().getOrDefault(metric, List.of()).forEach(point -> steps.put(point.step(), 0)));
        int place = 0;
        for (Map.Entry<Long, Integer> step : steps.entrySet()) {
            step.setValue(place++);
        }
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<Point> points = runs.get(i).seriesOrNone().getOrDefault(metric, List.of()).stream()
                    .map(point -> Point.of(steps.getOrDefault(point.step(), 0), point.value(), null))
                    .toList();
            if (!points.isEmpty()) {
                boolean reference = i == 0 && runs.size() > 1;
                series.add(Series.line(names(runs).get(i), reference ? "reference" : "series", points));
            }
        }
        return new ChartSpec(
                "bars",
                metric,
                series.size() == 1 && runs.size() > 1
                        ? "By step, of " + series.getFirst().name()
                        : "By step",
                Axis.labels(
                        "Step",
                        null,
                        steps.keySet().stream().map(String::valueOf).toList()),
                Axis.scaled(metric, null),
                series,
                null,
                null,
                null,
                "No step was logged.",
                null);
    }
}
