package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Organizations;
import io.tidewatch.ui.client.Organizations.Team;
import io.tidewatch.ui.client.Page;
import io.tidewatch.ui.component.Ask;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.FormDialog;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Table;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.shell.AdminLayout;
import io.tidewatch.ui.shell.AdminPage;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The teams, what each owns, and what others share with it. */
@PermitAll
@Route(value = "admin/teams/:team?", layout = AdminLayout.class)
class TeamsView extends AdminView<TeamsView.Loaded> {

    /** Beyond this many pages of models the counts say "at least". */
    private static final int MOST_PAGES = 20;

    private final Organizations organizations;
    private final Models models;

    TeamsView(Loader loader, Callers callers, Organizations organizations, Models models) {
        super(loader, callers, AdminPage.TEAMS, "A team owns models and API keys, and may look at what others share.");
        this.organizations = organizations;
        this.models = models;
    }

    @Override
    protected Loaded read(Caller caller, Me.Organization organization, Visit visit) {
        return new Loaded(
                organizations.allTeams(caller),
                Page.all(MOST_PAGES, cursor -> models.list(caller, null, null, cursor)),
                organization.organizationAdmin());
    }

    @Override
    protected Component show(Loaded loaded, Visit visit) {
        Button create = new Button("Create team", new Icon("plus"), event -> create(visit));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.getElement().setAttribute("data-test", "create-team");
        create.setVisible(loaded.mayChange());
        Table table = new Table("teams")
                .column("Team")
                .column("Your role")
                .number("Owns models")
                .number("May look at")
                .column("");
        for (Team team : loaded.teams()) {
            Anchor name =
                    new Anchor(Navigator.href(AdminPage.TEAMS.path() + "/" + team.key(), visit.state()), team.name());
            name.getElement().setAttribute("router-link", true).setAttribute("data-test", "team-" + team.key());
            Span key = new Span(team.key());
            key.addClassNames("tw-mono", "tw-quiet");
            Div who = new Div(name, key);
            who.addClassName("tw-cell");
            table.row(
                    team.key(),
                    who,
                    new Span(team.role() == null ? Numbers.NONE : team.role()),
                    new Span(Numbers.count(loaded.owned(team.key()).size())),
                    new Span(Numbers.count(loaded.sharedWith(team.key()).size())),
                    loaded.mayChange() ? buttons(team, visit) : new Span());
        }
        Div page = stack(Card.flush("Teams", null, create).with(table));
        visit.parameters()
                .get("team")
                .flatMap(wanted -> loaded.teams().stream()
                        .filter(team -> team.key().equals(wanted))
                        .findFirst())
                .ifPresent(team -> page.add(new TeamModels(loader, models, visit, () -> load(visit)).of(team, loaded)));
        return page;
    }

    private Component buttons(Team team, Visit visit) {
        Button rename = small("Rename", "rename-team", () -> rename(team, visit));
        Button delete = small(
                "Delete",
                "delete-team",
                () -> Ask.before(
                        "Delete team " + team.name() + "?",
                        "Roles of its members, its group mappings and what is shared with it go with it. A team that owns models or"
                                + " working API keys cannot be deleted.",
                        "Delete",
                        "delete-team-dialog",
                        () -> delete(team, visit)));
        Div row = new Div(rename, delete);
        row.addClassName("tw-row");
        row.getStyle().set("justify-content", "flex-end");
        return row;
    }

    private void create(Visit visit) {
        TextField name = new TextField("Name");
        name.setRequiredIndicatorVisible(true);
        TextField key = new TextField("Key");
        key.setRequiredIndicatorVisible(true);
        key.setHelperText("For code and addresses: lower case, digits, dashes. It cannot be changed later.");
        new FormDialog("Create a team", "Create", "create-team")
                .field("name", name)
                .field("key", key)
                .onSubmit(
                        loader,
                        visit.state().organization(),
                        () -> {
                            String wanted = key.getValue().strip();
                            String called = name.getValue().strip();
                            return caller -> organizations.createTeam(caller, wanted, called);
                        },
                        made -> load(visit))
                .open();
    }

    private void rename(Team team, Visit visit) {
        TextField name = new TextField("Name");
        name.setValue(team.name());
        new FormDialog("Rename " + team.name(), "Rename", "rename-team")
                .field("name", name)
                .onSubmit(
                        loader,
                        visit.state().organization(),
                        () -> {
                            String wanted = name.getValue().strip();
                            return caller -> organizations.renameTeam(caller, team, wanted);
                        },
                        renamed -> load(visit))
                .open();
    }

    private void delete(Team team, Visit visit) {
        loader.load(
                this,
                visit.state().organization(),
                caller -> {
                    organizations.removeTeam(caller, team.key());
                    return team;
                },
                removed -> {
                    Ask.say(team.name() + " is deleted.");
                    Navigator.open(com.vaadin.flow.component.UI.getCurrent(), AdminPage.TEAMS.path(), visit.state());
                    load(visit);
                },
                failure -> Ask.say(failure.summary()));
    }

    private static Button small(String label, String testId, Runnable action) {
        Button button = new Button(label, event -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.getElement().setAttribute("data-test", testId);
        return button;
    }

    record Loaded(List<Team> teams, List<Model> models, boolean mayChange) {

        /** Models that a team owns. */
        List<Model> owned(String team) {
            return models.stream()
                    .filter(model -> model.team().key().equals(team))
                    .toList();
        }

        /** Models of other teams that a team may look at. */
        List<Model> sharedWith(String team) {
            return models.stream()
                    .filter(model -> model.sharedTeams().contains(team))
                    .toList();
        }

        /** Models that could be shared with a team by the person. */
        List<Model> shareable(String team) {
            return models.stream()
                    .filter(model -> !model.team().key().equals(team))
                    .filter(model -> !model.sharedTeams().contains(team))
                    .filter(model -> model.access().edit())
                    .toList();
        }
    }
}
