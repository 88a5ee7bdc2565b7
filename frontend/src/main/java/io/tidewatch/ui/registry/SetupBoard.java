package io.tidewatch.ui.registry;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.BaselineFiles;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Setup;
import io.tidewatch.ui.client.Setups;
import io.tidewatch.ui.component.CoverageCard;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.Paths;
import io.tidewatch.ui.shell.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a setup and, beside them, what is watched. Updated in place, part by part. */
final class SetupBoard extends Div {

    private final Loader loader;
    private final Setups setups;
    private final Visit visit;
    private final Runnable reload;
    private final Map<String, SetupStepCard> cards = new LinkedHashMap<>();
    private final Span status = new Span();
    private final Div coverage = new Div();
    private final SetupKeyStep key;
    private final SetupSendStep send;
    private final SetupSchemaStep schema;
    private final SetupTruthStep truth;
    private final SetupBaselineStep baseline;
    private final SetupChecksStep checks;
    private @Nullable List<Setup.Coverage> shownCoverage;

    SetupBoard(Loader loader, Models models, Setups setups, BaselineFiles files, Visit visit, Runnable reload) {
        this.loader = loader;
        this.setups = setups;
        this.visit = visit;
        this.reload = reload;
        addClassName("tw-setup");
        send = new SetupSendStep(setups.endpoint());
        truth = new SetupTruthStep(setups.endpoint());
        key = new SetupKeyStep(loader, setups, visit, created -> {
            send.key(created);
            truth.key(created);
            reload.run();
        });
        schema = new SetupSchemaStep(loader, setups, visit, reload);
        baseline = new SetupBaselineStep(loader, models, files, visit, reload);
        checks = new SetupChecksStep(loader, setups, visit, reload);
        Div steps = new Div();
        steps.addClassName("tw-steps");
        card(steps, "model", "Register the model");
        card(steps, "key", "Get an API key").content(key);
        card(steps, "predictions", "Send the first prediction").content(send);
        card(steps, "schema", "Confirm the schema").content(schema);
        card(steps, "ground-truth", "Send ground truth").content(truth);
        card(steps, "baseline", "Pin a baseline").content(baseline);
        card(steps, "health-checks", "Suggested monitors").content(checks);
        status.addClassNames("tw-quiet", "tw-small");
        status.getElement().setAttribute("role", "status").setAttribute("data-test", "setup-status");
        Div left = new Div(status, steps);
        left.addClassName("tw-setup-steps");
        coverage.addClassName("tw-setup-coverage");
        add(left, coverage);
    }

    /** Shows what the backend knows now. */
    void update(SetupPage page) {
        Setup setup = page.setup();
        boolean edit = page.canEdit();
        status(setup);
        line(
                page,
                "model",
                page.model().key() + ", " + Tasks.label(page.model().task()).toLowerCase(java.util.Locale.ROOT)
                        + ", owned by " + page.model().team().name());
        line(page, "key", keyLine(setup));
        line(page, "predictions", predictionsLine(setup));
        line(page, "schema", SetupSchemaStep.summary(page.version()));
        line(page, "ground-truth", truthLine(setup));
        line(page, "baseline", baselineLine(setup));
        line(page, "health-checks", checksLine(setup));
        key.update(page);
        send.update(page);
        schema.update(page.version(), edit);
        truth.update(page);
        baseline.update(page);
        checks.update(page);
        if (!setup.coverage().equals(shownCoverage)) {
            shownCoverage = setup.coverage();
            coverage.removeAll();
            coverage.add(CoverageCard.of(setup.coverage()));
        }
    }

    /** Says that what is shown may be out of date. */
    void fail(Failure failure) {
        status.setText("Not up to date: " + failure.summary() + ". Trying again.");
    }

    private void status(Setup setup) {
        status.removeAll();
        if (setup.isOver()) {
            Anchor overview =
                    new Anchor(Navigator.href(Paths.model(visit.model()), visit.state()), "See the model's overview");
            overview.getElement().setAttribute("router-link", true).setAttribute("data-test", "setup-finished");
            status.add(new Span("Nothing is left to do here. "), overview, new Span("."));
        } else {
            status.add(new Span("Leave whenever you like: this page goes on from what has arrived. It is up to date."));
        }
    }

    private SetupStepCard card(Div steps, String step, String title) {
        SetupStepCard card = new SetupStepCard(cards.size() + 1, step, title, () -> skip(step));
        cards.put(step, card);
        steps.add(card);
        return card;
    }

    private void line(SetupPage page, String step, String text) {
        SetupStepCard card = cards.get(step);
        boolean skippable = page.setup().steps().stream()
                .anyMatch(candidate -> candidate.step().equals(step) && candidate.canBeSkipped());
        if (card != null) {
            card.update(page.setup().state(step), text, skippable && page.canEdit());
        }
    }

    private void skip(String step) {
        SetupStepCard card = cards.get(step);
        boolean skipped = card != null && card.isSkipped();
        loader.load(
                this,
                visit.state().organization(),
                caller -> {
                    if (skipped) {
                        setups.resume(caller, visit.model(), step);
                    } else {
                        setups.skip(caller, visit.model(), step);
                    }
                    return step;
                },
                done -> reload.run(),
                this::fail);
    }

    private static String keyLine(Setup setup) {
        return switch (setup.usableKeys()) {
            case 0 -> "The team has no key that may send events.";
            case 1 -> "The team has one key that may send events.";
            default -> "The team has " + setup.usableKeys() + " keys that may send events.";
        };
    }

    private static String predictionsLine(Setup setup) {
        return setup.predictionCount() == 0
                ? "Waiting for the first prediction."
                : Numbers.count(setup.predictionCount(), "prediction", "predictions") + " received.";
    }

    private static String truthLine(Setup setup) {
        return setup.groundTruthCount() == 0
                ? "What really happened, whenever it is known."
                : Numbers.count(setup.groundTruthCount()) + " of " + Numbers.count(setup.predictionCount())
                        + " predictions have ground truth.";
    }

    private static String baselineLine(Setup setup) {
        return "done".equals(setup.state("baseline"))
                ? "Windows are compared with it."
                : "What later windows are compared with. Drift needs it.";
    }

    private static String checksLine(Setup setup) {
        return "done".equals(setup.state("health-checks"))
                ? "Health obeys what was chosen."
                : "What health watches, with limits that fit what arrives.";
    }
}
