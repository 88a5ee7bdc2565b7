package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Baseline;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Organizations;
import io.tidewatch.ui.client.Organizations.TeamRef;
import io.tidewatch.ui.client.Setups;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Facts;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.Time;
import io.tidewatch.ui.shell.ModelLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What a model is compared with, what its health watches, and who may read it. Viewers see it; editors change it. */
@PermitAll
@Route(value = "models/:model/settings", layout = ModelLayout.class)
class SettingsView extends PageView {

    private final Loader loader;
    private final Models models;
    private final Organizations organizations;
    private final Setups setups;
    private final Slot slot;

    SettingsView(Loader loader, Models models, Organizations organizations, Setups setups) {
        this.loader = loader;
        this.models = models;
        this.organizations = organizations;
        this.setups = setups;
        this.slot = new Slot(loader, "the settings", Skeleton.TABLE);
        add(slot);
    }

    @Override
    protected void enter(Visit visit) {
        title("Settings · " + visit.model());
        load(visit);
    }

    private void load(Visit visit) {
        slot.load(
                visit.state().organization(),
                caller -> new Loaded(
                        models.get(caller, visit.model()),
                        models.baselines(caller, visit.model()),
                        organizations.teams(caller)),
                loaded -> show(loaded, visit));
    }

    private Component show(Loaded loaded, Visit visit) {
        Runnable reload = () -> load(visit);
        Div page = new Div();
        page.addClassName("tw-page");
        page.add(general(loaded.model()));
        page.add(BaselinesCard.of(loader, models, loaded.model(), loaded.baselines(), visit, reload));
        page.add(checks(loaded.model(), visit));
        page.add(SharingCard.of(loader, models, loaded.model(), loaded.teams(), visit.state(), reload));
        return page;
    }

    private static Component general(Model model) {
        Card card = Card.titled("Model", null);
        if (model.description() != null && !model.description().isBlank()) {
            Paragraph description = new Paragraph(model.description());
            description.addClassName("tw-quiet");
            description.getStyle().set("margin-block-end", "12px");
            card.add(description);
        }
        return card.with(new Facts()
                .small()
                .with("Key", "setting-key", new Span(model.key()))
                .with("Task", "setting-task", new Span(Tasks.label(model.task())))
                .with("Owner", "setting-team", new Span(model.team().name()))
                .with("Registered", "setting-created", Time.at(model.createdAt())));
    }

    private Component checks(Model model, Visit visit) {
        HealthChecksEditor editor = new HealthChecksEditor(loader, setups, visit, model, () -> {});
        editor.load();
        return Card.titled("What is watched", "Health turns to the worst of these checks.")
                .with(editor);
    }

    private record Loaded(Model model, List<Baseline> baselines, List<TeamRef> teams) {}
}
