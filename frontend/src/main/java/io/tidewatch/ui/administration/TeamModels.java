package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Organizations.Team;
import io.tidewatch.ui.component.Ask;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Table;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.Paths;
import io.tidewatch.ui.shell.Visit;
import java.util.List;
import java.util.function.Consumer;

/** The models of one team, and those of others that it may look at. */
final class TeamModels {

    private final Loader loader;
    private final Models models;
    private final Visit visit;
    private final Runnable reload;

    TeamModels(Loader loader, Models models, Visit visit, Runnable reload) {
        this.loader = loader;
        this.models = models;
        this.visit = visit;
        this.reload = reload;
    }

    Component of(Team team, TeamsView.Loaded loaded) {
        Div parts = new Div(owned(team, loaded), shared(team, loaded));
        parts.addClassName("tw-page");
        return parts;
    }

    private Component owned(Team team, TeamsView.Loaded loaded) {
        Card card = Card.flush("Models of " + team.name(), "The team owns them: its editors change them.");
        List<Model> owned = loaded.owned(team.key());
        if (owned.isEmpty()) {
            return card.with(padded("It owns no models", "Editors of the team register models on the page Models."));
        }
        Table table = new Table("owned")
                .column("Model")
                .column("Other teams that may look at it")
                .column("");
        for (Model model : owned) {
            String others = String.join(", ", model.sharedTeams());
            Anchor settings = new Anchor(
                    Navigator.href(Paths.model(model.key(), "settings"), visit.state()), "Sharing in settings");
            settings.getElement().setAttribute("router-link", true);
            table.row(model.key(), name(model), new Span(others.isEmpty() ? "none" : others), settings);
        }
        return card.with(table);
    }

    private Component shared(Team team, TeamsView.Loaded loaded) {
        Select<Model> choice = new Select<>();
        Button share = new Button("Share", event -> {
            Model model = choice.getValue();
            if (model != null) {
                run(caller -> models.share(caller, model.key(), team.key()));
            }
        });
        List<Model> shareable = loaded.shareable(team.key());
        choice.setItems(shareable);
        choice.setItemLabelGenerator(Model::name);
        choice.setPlaceholder("Another team's model");
        choice.setAriaLabel("Model to share with " + team.name());
        choice.getElement().setAttribute("data-test", "share-model");
        share.getElement().setAttribute("data-test", "share-submit");
        choice.setVisible(!shareable.isEmpty());
        share.setVisible(!shareable.isEmpty());
        Card card = Card.flush(
                "Shared with " + team.name(),
                "Models of other teams that it may look at, never change.",
                choice,
                share);
        List<Model> shared = loaded.sharedWith(team.key());
        if (shared.isEmpty()) {
            return card.with(padded(
                    "Nothing is shared with it", "Editors of a model's team share it, here or in its settings."));
        }
        Table table = new Table("shared").column("Model").column("Owner").column("");
        for (Model model : shared) {
            Button stop =
                    new Button("Stop sharing", event -> run(caller -> models.unshare(caller, model.key(), team.key())));
            stop.addThemeVariants(ButtonVariant.SMALL);
            stop.getElement().setAttribute("data-test", "unshare");
            table.row(
                    model.key(),
                    name(model),
                    new Span(model.team().name()),
                    model.access().edit() ? stop : new Span());
        }
        return card.with(table);
    }

    private Component name(Model model) {
        Anchor name = new Anchor(Navigator.href(Paths.model(model.key()), visit.state()), model.name());
        name.getElement().setAttribute("router-link", true);
        return name;
    }

    private static Component padded(String title, String whatToDo) {
        Div empty = States.empty(title, whatToDo);
        empty.getStyle().set("padding", "16px 20px");
        return empty;
    }

    private void run(Consumer<Caller> change) {
        loader.load(
                com.vaadin.flow.component.UI.getCurrent(),
                visit.state().organization(),
                caller -> {
                    change.accept(caller);
                    return true;
                },
                done -> reload.run(),
                failure -> Ask.say(failure.summary()));
    }
}
