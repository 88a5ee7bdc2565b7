package io.tidewatch.ui.registry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.BaselineFiles;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.ModelVersion;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.NewBaseline;
import io.tidewatch.ui.client.Setup;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Time;
import io.tidewatch.ui.shell.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proposes the first days as a baseline; a window of one's own can be chosen instead. */
final class SetupBaselineStep extends Div {

    private static final Duration FIRST_DAYS = Duration.ofDays(7);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Loader loader;
    private final Models models;
    private final Visit visit;
    private final Runnable done;
    private final Paragraph proposal = new Paragraph();
    private final Paragraph advice = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final Button pin = new Button("Pin the first days", event -> submit());
    private final Button window = new Button("Choose a window");
    private final Button file = new Button("Upload a file");
    private List<String> targets = List.of();
    private @Nullable Window proposed;

    SetupBaselineStep(Loader loader, Models models, BaselineFiles files, Visit visit, Runnable done) {
        this.loader = loader;
        this.models = models;
        this.visit = visit;
        this.done = done;
        addClassName("tw-stack");
        advice.addClassName("tw-quiet");
        problem.addClassName("tw-problem");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-test", "baseline-problem");
        proposal.getElement().setAttribute("data-test", "baseline-proposal");
        pin.addThemeVariants(ButtonVariant.PRIMARY);
        pin.setDisableOnClick(true);
        pin.getElement().setAttribute("data-test", "pin-first-days");
        window.addClickListener(event -> new PinBaselineDialog(loader, models, visit.model(), visit, done).open());
        window.getElement().setAttribute("data-test", "pin-window");
        file.addClickListener(event -> new FileBaselineDialog(loader, files, visit, targets, done).open());
        file.getElement().setAttribute("data-test", "pin-file");
    }

    void update(SetupPage page) {
        targets = targets(page);
        Window next = Window.first(page.setup());
        if (next != null
                && proposed != null
                && next.from().equals(proposed.from())
                && next.isWhole() == proposed.isWhole()) {
            proposed = next;
            return;
        }
        boolean first = proposed == null && next == null && getComponentCount() > 0;
        if (first) {
            return;
        }
        proposed = next;
        removeAll();
        if (!page.canEdit()) {
            add(new Paragraph("Editors of " + page.model().team().name() + " can pin one."));
            return;
        }
        if (next == null) {
            add(new Paragraph(
                    "Once predictions are here, their first days can be pinned. A file of the training data can be"
                            + " pinned as soon as there is a schema."));
            if (!page.versions().isEmpty()) {
                add(file);
            }
            return;
        }
        proposal.removeAll();
        proposal.add(
                new Span("Proposed: from "),
                Time.at(next.from()),
                new Span(next.isWhole() ? ", the first seven days." : " to now, everything that has arrived so far."));
        advice.setText(
                next.isLong()
                        ? "Choose another window if these days were not ordinary ones."
                        : "This is less than a day: enough to see that comparing works. Pin another one when some days of"
                                + " ordinary traffic are there; the newest baseline counts.");
        Div row = new Div(pin, window, file);
        row.addClassName("tw-row");
        add(proposal, advice, row, problem);
    }

    /** What columns of a file can hold. */
    private static List<String> targets(SetupPage page) {
        List<String> names = new ArrayList<>();
        ModelVersion version = page.version();
        if (version != null) {
            version.features().forEach(feature -> names.add(feature.name()));
        }
        switch (page.model().task()) {
            case "regression" -> names.add("prediction.value");
            case "multiclass" -> names.add("prediction.class");
            default -> names.addAll(List.of("prediction.score", "prediction.class"));
        }
        return names;
    }

    private void submit() {
        problem.setText("");
        Window pinned = proposed;
        if (pinned == null) {
            return;
        }
        NewBaseline baseline = new NewBaseline("First days", null, null, pinned.from(), pinned.to());
        loader.load(
                this,
                visit.state().organization(),
                caller -> models.pin(caller, visit.model(), baseline),
                made -> {
                    pin.setEnabled(true);
                    done.run();
                },
                this::refuse);
    }

    private void refuse(Failure failure) {
        pin.setEnabled(true);
        problem.setText(failure.summary());
    }

    /** The stretch that is proposed. */
    private record Window(Instant from, Instant to) {

        static @Nullable Window first(Setup setup) {
            if (setup.firstPredictionAt() == null || setup.lastPredictionAt() == null) {
                return null;
            }
            Instant from = setup.firstPredictionAt().truncatedTo(ChronoUnit.SECONDS);
            Instant end = setup.lastPredictionAt().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
            Instant week = from.plus(FIRST_DAYS);
            return new Window(from, end.isBefore(week) ? end : week);
        }

        boolean isWhole() {
            return Duration.between(from, to).equals(FIRST_DAYS);
        }

        boolean isLong() {
            return Duration.between(from, to).compareTo(A_DAY) >= 0;
        }
    }
}
