package io.tidewatch.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.Paths;
import org.jspecify.annotations.Nullable;

/** Shows and switches the organization and the team. */
final class WhereMenu extends Div {

    private final Menu organizations = new Menu("organization-menu", "Organization");
    private final Menu teams = new Menu("team-menu", "Team");

    WhereMenu() {
        addClassName("tw-row");
        getStyle().set("gap", "2px").set("flex-wrap", "nowrap");
        add(organizations, teams);
        setVisible(false);
    }

    /** Fills the menus for a person who is in this organization. */
    void show(Me me, Me.@Nullable Organization organization, PageState state) {
        setVisible(!me.organizations().isEmpty());
        organizations.clear();
        organizations.label(organization == null ? "Choose an organization" : organization.name());
        organizations.heading("Organization");
        for (Me.Organization other : me.organizations()) {
            organizations.choice(
                    other.name(),
                    organization != null && other.key().equals(organization.key()),
                    "organization-" + other.key(),
                    () -> Navigator.open(UI.getCurrent(), Paths.START, state.withOrganization(other.key())));
        }
        teams.setVisible(organization != null && !organization.teams().isEmpty());
        if (organization != null) {
            showTeams(organization, state.team());
        }
    }

    private void showTeams(Me.Organization organization, @Nullable String chosen) {
        teams.clear();
        teams.label(organization.teams().stream()
                .filter(team -> team.key().equals(chosen))
                .map(Me.Team::name)
                .findFirst()
                .orElse("All teams"));
        teams.heading("Team");
        teams.choice("All teams", chosen == null, "team-all", () -> choose(null));
        for (Me.Team team : organization.teams()) {
            teams.choice(team.name(), team.key().equals(chosen), "team-" + team.key(), () -> choose(team.key()));
        }
    }

    private static void choose(@Nullable String team) {
        Navigator.change(UI.getCurrent(), state -> state.withTeam(team));
    }
}
