package io.tidewatch.ui.registry;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.tidewatch.ui.client.Run;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The table of runs. Up to two can be ticked; a third takes the place of the one ticked first. */
@Uses(Time.class)
final class RunGrid extends Grid<Run> {

    static final int MOST_PICKED = 2;
    private static final int MOST_METRICS = 8;
    private static final int GROWS_TO = 20;
    private static final long SHORTEST_MILLIS = 10;

    private final List<Run> picked = new ArrayList<>();

    RunGrid(List<Run> runs, Consumer<List<Run>> onPick) {
        super(Run.class, false);
        addThemeVariants(GridVariant.NO_BORDER);
        getElement().setAttribute("data-test", "runs-grid").setAttribute("aria-label", "Runs");
        addColumn(LitRenderer.<Run>of(
                                "<tw-time mode=\"datetime\" datetime=\"${item.at}\" data-test=\"run\" data-run=\"${item.id}\"></tw-time>")
                        .withProperty("id", Run::id)
                        .withProperty("at", run -> run.startedAt().toString()))
                .setHeader("Started")
                .setComparator(Comparator.comparing(Run::startedAt))
                .setWidth("152px")
                .setFlexGrow(0);
        addColumn(Run::label)
                .setHeader("Run")
                .setComparator(Comparator.comparing(run -> run.label().toLowerCase(Locale.ROOT)))
                .setWidth("160px")
                .setFlexGrow(2);
        addColumn(run -> run.kind() + ("failed".equals(run.status()) ? ", failed" : ""))
                .setHeader("Kind")
                .setSortable(true)
                .setWidth("104px")
                .setFlexGrow(0);
        addColumn(Run::versionNames)
                .setHeader("Version")
                .setSortable(true)
                .setWidth("92px")
                .setFlexGrow(1);
        addColumn(run -> duration(run.duration()))
                .setHeader("Took")
                .setTextAlign(ColumnTextAlign.END)
                .setComparator(Comparator.comparing(Run::duration))
                .setWidth("92px")
                .setFlexGrow(0);
        for (String metric : metrics(runs)) {
            addColumn(run -> Numbers.metric(run.metric(metric)))
                    .setHeader(metric)
                    .setKey("metric " + metric)
                    .setTextAlign(ColumnTextAlign.END)
                    .setComparator(Comparator.comparing(
                            run -> run.metric(metric), Comparator.nullsFirst(Comparator.naturalOrder())))
                    .setWidth("98px")
                    .setFlexGrow(1);
        }
        setSelectionMode(SelectionMode.MULTI);
        // All at once cannot be compared.
        ((GridMultiSelectionModel<Run>) getSelectionModel())
                .setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.HIDDEN);
        boolean few = runs.size() <= GROWS_TO;
        setAllRowsVisible(few);
        if (!few) {
            setHeight("min(56vh, 640px)");
        }
        setItems(runs);
        asMultiSelect().addSelectionListener(event -> {
            if (pick(event.getAllSelectedItems())) {
                onPick.accept(List.copyOf(picked));
            }
        });
    }

    /** Takes over a new selection; false if it was too large and is about to change again. */
    private boolean pick(Set<Run> selected) {
        picked.removeIf(run -> !selected.contains(run));
        selected.stream().filter(run -> !picked.contains(run)).forEach(picked::add);
        if (picked.size() <= MOST_PICKED) {
            return true;
        }
        List<Run> newest = List.copyOf(picked.subList(picked.size() - MOST_PICKED, picked.size()));
        asMultiSelect().setValue(Set.copyOf(newest));
        return false;
    }

    /** The metrics that most runs have. */
    static List<String> metrics(List<Run> runs) {
        Map<String, Integer> counts = new HashMap<>();
        for (Run run : runs) {
            if (run.metrics() != null) {
                run.metrics().keySet().forEach(metric -> counts.merge(metric, 1, Integer::sum));
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_METRICS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** As people say it: "850 ms", "12 s", "3 min 20 s", "2 h 5 min". A run logged all at once has no time to tell. */
    static String duration(Duration duration) {
        if (duration.toMillis() < SHORTEST_MILLIS) {
            return Numbers.NONE;
        }
        if (duration.toSeconds() < 1) {
            return duration.toMillis() + " ms";
        }
        if (duration.toMinutes() < 1) {
            return duration.toSeconds() + " s";
        }
        return duration.toHours() < 1
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
