package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.ApiKey;
import io.tidewatch.ui.client.ApiKeys;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Organizations;
import io.tidewatch.ui.client.Organizations.Team;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.shell.AdminLayout;
import io.tidewatch.ui.shell.AdminPage;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What programs sign in with: keys of the teams that the person administers. */
@PermitAll
@Route(value = "admin/api-keys", layout = AdminLayout.class)
class ApiKeysView extends AdminView<ApiKeysView.Loaded> {

    private static final Clock CLOCK = Clock.systemUTC();

    private final ApiKeys keys;
    private final Organizations organizations;
    private boolean endedToo;

    ApiKeysView(Loader loader, Callers callers, ApiKeys keys, Organizations organizations) {
        super(
                loader,
                callers,
                AdminPage.API_KEYS,
                "Services send and read with a key of their team, never as a person.");
        this.keys = keys;
        this.organizations = organizations;
    }

    @Override
    protected Loaded read(Caller caller, Me.Organization organization, Visit visit) {
        List<Team> teams = organizations.allTeams(caller).stream()
                .filter(team -> organization.organizationAdmin() || "admin".equals(team.role()))
                .toList();
        return new Loaded(keys.all(caller), teams);
    }

    @Override
    protected Component show(Loaded loaded, Visit visit) {
        Instant now = CLOCK.instant();
        String team = visit.state().team();
        List<ApiKey> ofTeam = loaded.keys().stream()
                .filter(key -> team == null || key.team().equals(team))
                .sorted(Comparator.comparing(ApiKey::createdAt).reversed())
                .toList();
        List<ApiKey> working = ofTeam.stream().filter(key -> !key.hasEnded(now)).toList();
        Button create = new Button("Create key", new Icon("plus"), event -> create(loaded, visit));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.getElement().setAttribute("data-test", "create-key");
        create.setVisible(!loaded.teams().isEmpty());
        int ended = ofTeam.size() - working.size();
        Button more = new Button(endedToo ? "Hide ended keys" : "Show " + ended + " ended", event -> {
            endedToo = !endedToo;
            load(visit);
        });
        more.getElement().setAttribute("data-test", "ended-keys");
        more.setVisible(ended > 0);
        Card card = Card.flush(
                "Keys",
                "A key acts for its team, within its scopes. Its secret is shown once, when it is made or rotated.",
                more,
                create);
        List<ApiKey> shown = endedToo ? ofTeam : working;
        if (shown.isEmpty()) {
            Component empty = States.empty(
                    "No keys yet", "Create one for the service that sends predictions, with the scope ingest.");
            empty.getStyle().set("padding", "16px 20px");
            return card.with(empty);
        }
        return card.with(ApiKeyTable.of(shown, now, new KeyActions(loader, keys, visit, () -> load(visit))));
    }

    private void create(Loaded loaded, Visit visit) {
        new CreateKeyDialog(loader, keys, loaded.teams(), visit.state(), () -> load(visit)).open();
    }

    record Loaded(List<ApiKey> keys, List<Team> teams) {}
}
