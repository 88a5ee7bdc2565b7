package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Run;
import io.tidewatch.ui.client.Runs;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.CsvExport;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.shell.ModelLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** A model's training and validation runs; one in detail, or two side by side. */
@PermitAll
@Route(value = "models/:model/runs", layout = ModelLayout.class)
class RunsView extends PageView {

    private final Loader loader;
    private final Runs runs;
    private final Slot slot;

    RunsView(Loader loader, Runs runs) {
        this.loader = loader;
        this.runs = runs;
        this.slot = new Slot(loader, "the runs", Skeleton.TABLE);
        add(slot);
    }

    @Override
    protected void enter(Visit visit) {
        title("Runs · " + visit.model());
        slot.load(
                visit.state().organization(),
                caller -> runs.list(caller, visit.model(), visit.state().version()),
                all -> show(all, visit));
    }

    private Component show(List<Run> all, Visit visit) {
        if (all.isEmpty()) {
            String version = visit.state().version();
            Div empty = States.empty(
                    version == null ? "No run yet" : "No run of version " + version,
                    "Log what you try with this model from your training code, with the SDK:");
            empty.add(States.code(snippet(visit.model())));
            return Card.around(empty);
        }
        Slot chosen = new Slot(loader, "the chosen runs", Skeleton.TABLE);
        chosen.getElement().setAttribute("data-test", "runs-chosen");
        RunGrid grid = new RunGrid(all, picked -> choose(picked, chosen, visit));
        Card card = Card.flush(
                "Runs",
                Numbers.count(all.size(), "run", "runs") + ", newest first. Tick one for its details, two to compare.",
                CsvExport.button(visit.model() + "-runs.csv", () -> RunTables.csv(all)));
        Div page = new Div(card.with(grid), chosen);
        page.addClassName("tw-page");
        return page;
    }

    private void choose(List<Run> picked, Slot chosen, Visit visit) {
        if (picked.isEmpty()) {
            chosen.show(new Div());
            return;
        }
        chosen.load(
                visit.state().organization(),
                caller -> picked.stream()
                        .map(run -> runs.get(caller, visit.model(), run.id()))
                        .toList(),
                RunComparison::of);
    }

    static String snippet(String model) {
        return """
                try (Experiments experiments = Experiments.connect(address, apiKey, "%s")) {
                    ExperimentRun run = experiments.training("depth 6").parameter("depth", 6).metric("roc_auc", 0.71);
                    experiments.log(run);   // waits, at most two minutes
                }
                """.formatted(model.replace("\\", "\\\\").replace("\"", "\\\"")).stripTrailing();
    }
}
