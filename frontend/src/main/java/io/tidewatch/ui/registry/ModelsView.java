package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Organizations;
import io.tidewatch.ui.client.Page;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.identity.Signed;
import io.tidewatch.ui.shell.MainLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** All models the person may read, and registering one. */
@PermitAll
@Route(value = "models", layout = MainLayout.class)
class ModelsView extends PageView {

    /** More than this is for the search field, not for reading. */
    private static final int MOST_PAGES = 20;

    private final Loader loader;
    private final Models models;
    private final Organizations organizations;
    private final Callers callers;
    private final Div action = new Div();
    private final Slot slot;

    ModelsView(Loader loader, Models models, Organizations organizations, Callers callers) {
        this.loader = loader;
        this.models = models;
        this.organizations = organizations;
        this.callers = callers;
        this.slot = new Slot(loader, "the models", Skeleton.TABLE);
        title("Models");
        Div titles = new Div(new H1("Models"));
        titles.addClassName("tw-titles");
        Div head = new Div(titles, action);
        head.addClassName("tw-head");
        add(head, slot);
    }

    @Override
    protected void enter(Visit visit) {
        Signed signed = Signed.current();
        slot.load(
                visit.state().organization(),
                caller -> new Loaded(
                        Page.all(
                                MOST_PAGES,
                                cursor -> models.list(caller, visit.state().team(), null, cursor)),
                        editableTeams(callers.me(signed), caller)),
                loaded -> show(loaded, visit));
    }

    private Component show(Loaded loaded, Visit visit) {
        List<Me.Team> teams = loaded.editableTeams();
        action.removeAll();
        action.add(
                teams.isEmpty()
                        ? Editors.reason("Only editors of a team can register models")
                        : register(teams, visit));
        if (loaded.models().isEmpty()) {
            return Card.around(
                    States.empty(
                            "No models yet",
                            teams.isEmpty()
                                    ? "Ask an editor of your team to register one, or another team to share theirs with yours."
                                    : "Register your first model; its setup then leads from an API key to the first drift number."));
        }
        return new ModelsCard(loader, models, loaded.models(), visit.state());
    }

    private Button register(List<Me.Team> teams, Visit visit) {
        Button register = new Button(
                "Register a model",
                new Icon("plus"),
                event -> new RegisterModelDialog(loader, models, teams, visit.state()).open());
        register.addThemeVariants(ButtonVariant.PRIMARY);
        register.getElement().setAttribute("data-test", "register-model");
        return register;
    }

    /** An organization's administrators may register models for teams they are not in. */
    private List<Me.Team> editableTeams(Me me, Caller caller) {
        Me.Organization organization = me.organization(caller.organization()).orElseThrow();
        if (!organization.organizationAdmin()) {
            return organization.editableTeams();
        }
        return organizations.teams(caller).stream()
                .map(team -> new Me.Team(team.key(), team.name(), "admin"))
                .toList();
    }

    private record Loaded(List<Model> models, List<Me.Team> editableTeams) {}
}
