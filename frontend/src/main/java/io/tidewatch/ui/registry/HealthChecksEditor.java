package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.HealthChecks;
import io.tidewatch.ui.client.HealthSuggestion;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.Setups;
import io.tidewatch.ui.component.Ask;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.shell.Visit;

/** Reads the health checks of a model with what is suggested, and changes them; each change can be undone. */
final class HealthChecksEditor extends Div {

    private final Loader loader;
    private final Setups setups;
    private final Visit visit;
    private final Model model;
    private final Runnable changed;
    private final Slot slot;

    /**
     * An editor, still empty.
     *
     * @param changed runs after every change
     */
    HealthChecksEditor(Loader loader, Setups setups, Visit visit, Model model, Runnable changed) {
        this.loader = loader;
        this.setups = setups;
        this.visit = visit;
        this.model = model;
        this.changed = changed;
        this.slot = new Slot(loader, "the health checks", Skeleton.LINES);
        addClassName("tw-stack");
        add(slot);
    }

    /** Reads both anew. */
    void load() {
        slot.load(
                visit.state().organization(),
                caller -> new Loaded(setups.checks(caller, model.key()), setups.suggestedChecks(caller, model.key())),
                this::show);
    }

    private Component show(Loaded loaded) {
        boolean editable = model.access().edit();
        HealthChecks checks = loaded.checks();
        boolean suggests = !checks.chosen() && editable;
        HealthChecksForm form = new HealthChecksForm(
                suggests ? loaded.suggestion().choice() : checks.choice(),
                checks.choice(),
                loaded.suggestion(),
                editable);
        Div content = new Div(form);
        content.addClassName("tw-stack");
        if (suggests) {
            Paragraph about =
                    new Paragraph("Nobody chose yet: no data after 24 hours and drift of everything are in force."
                            + " This is what fits the model's events.");
            about.addClassName("tw-quiet");
            about.getElement().setAttribute("data-test", "checks-not-chosen");
            content.addComponentAsFirst(about);
        }
        if (editable) {
            content.add(actions(form, checks));
        } else {
            content.addComponentAsFirst(Editors.reasonFor(model));
        }
        return content;
    }

    private Component actions(HealthChecksForm form, HealthChecks checks) {
        Paragraph problem = new Paragraph();
        problem.addClassName("tw-problem");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-test", "checks-problem");
        Button save = new Button(checks.chosen() ? "Save" : "Accept");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.getElement().setAttribute("data-test", "save-checks");
        save.addClickListener(event -> {
            problem.setText("");
            loader.load(
                    this,
                    visit.state().organization(),
                    caller -> setups.choose(caller, model.key(), form.choice(), checks.revision()),
                    saved -> saved(checks, saved),
                    failure -> {
                        save.setEnabled(true);
                        problem.setText(
                                failure instanceof Failure.Conflict
                                        ? "Somebody else changed the checks meanwhile. Load the page again to see them."
                                        : failure.summary());
                    });
        });
        Div row = new Div(save);
        row.addClassName("tw-row");
        if (checks.chosen()) {
            Button suggest = new Button("Fill in what is suggested", event -> form.suggest());
            suggest.getElement().setAttribute("data-test", "suggest-checks");
            row.add(suggest);
        }
        Div all = new Div(problem, row);
        all.addClassName("tw-stack");
        return all;
    }

    private void saved(HealthChecks before, HealthChecks saved) {
        if (saved.revision() != before.revision()) {
            Ask.undo("The health of the model obeys these checks now.", () -> undo(before, saved.revision()));
        }
        load();
        changed.run();
    }

    private void undo(HealthChecks before, int revision) {
        loader.load(
                this,
                visit.state().organization(),
                caller -> before.chosen()
                        ? setups.choose(caller, model.key(), before.choice(), revision)
                        : setups.unchoose(caller, model.key(), revision),
                restored -> {
                    load();
                    changed.run();
                },
                failure -> Ask.say(failure.summary()));
    }

    private record Loaded(HealthChecks checks, HealthSuggestion suggestion) {}
}
