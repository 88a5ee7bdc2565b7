package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.GroupMapping;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Members;
import io.tidewatch.ui.client.Members.IdentityProvider;
import io.tidewatch.ui.client.Organizations;
import io.tidewatch.ui.client.Organizations.Team;
import io.tidewatch.ui.component.Ask;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Table;
import io.tidewatch.ui.shell.AdminLayout;
import io.tidewatch.ui.shell.AdminPage;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Consumer;

/** Which groups of which identity provider give which rights, and who has them now. */
@PermitAll
@Route(value = "admin/groups", layout = AdminLayout.class)
class GroupsView extends AdminView<GroupsView.Loaded> {

    private final Members members;
    private final Organizations organizations;

    GroupsView(Loader loader, Callers callers, Members members, Organizations organizations) {
        super(
                loader,
                callers,
                AdminPage.GROUPS,
                "Groups of the identity provider give rights here. The same name at another provider is another group.");
        this.members = members;
        this.organizations = organizations;
    }

    @Override
    protected Loaded read(Caller caller, Me.Organization organization, Visit visit) {
        return new Loaded(
                members.identityProviders(caller).items(),
                members.mappings(caller).items(),
                organizations.allTeams(caller));
    }

    @Override
    protected Component show(Loaded loaded, Visit visit) {
        Div cards = stack();
        for (IdentityProvider provider : loaded.providers()) {
            cards.add(card(provider, loaded, visit));
        }
        if (loaded.providers().isEmpty()) {
            cards.add(Card.around(States.empty(
                    "No identity provider", "Who runs this server binds identity providers to the organization.")));
        }
        return cards;
    }

    private Component card(IdentityProvider provider, Loaded loaded, Visit visit) {
        Button add = new Button(
                "Map a group",
                new Icon("plus"),
                event -> new MapGroupDialog(loader, members, provider, loaded.teams(), visit.state(), () -> load(visit))
                        .open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.getElement().setAttribute("data-test", "map-group");
        Card card = Card.flush(Issuers.label(provider.issuer()), provider.issuer(), add);
        List<GroupMapping> own = loaded.mappings().stream()
                .filter(mapping -> mapping.issuer().equals(provider.issuer()))
                .toList();
        if (own.isEmpty()) {
            Div empty = States.empty("No group gives a right yet", "Map a group to a team and a role.");
            empty.getStyle().set("padding", "16px 20px");
            return card.with(empty);
        }
        Table table = new Table("groups")
                .column("Group")
                .column("Gives")
                .column("Who has it now")
                .column("");
        own.forEach(mapping -> table.row(
                mapping.group(),
                new Span(mapping.group()),
                gives(mapping, loaded, visit),
                holders(mapping),
                remove(mapping, visit)));
        return card.with(table);
    }

    private Component gives(GroupMapping mapping, Loaded loaded, Visit visit) {
        if (mapping.organizationAdmin()) {
            return new Span("everything in the organization");
        }
        Select<String> role = new Select<>();
        role.setItems("viewer", "editor", "admin");
        role.setValue(mapping.role());
        role.setAriaLabel("Role that " + mapping.group() + " gives");
        role.setWidth("110px");
        role.getElement().setAttribute("data-test", "group-role");
        role.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                change(mapping, event.getOldValue(), event.getValue(), visit);
            }
        });
        Div row = new Div(new Span(teamName(mapping, loaded)), role);
        row.addClassName("tw-row");
        return row;
    }

    private static String teamName(GroupMapping mapping, Loaded loaded) {
        return loaded.teams().stream()
                .filter(team -> team.key().equals(mapping.team()))
                .map(Team::name)
                .findFirst()
                .orElse(String.valueOf(mapping.team()));
    }

    private static Component holders(GroupMapping mapping) {
        if (mapping.memberCount() == 0) {
            Span none = new Span("nobody who has signed in");
            none.addClassName("tw-quiet");
            return none;
        }
        int more = mapping.memberCount() - mapping.members().size();
        String names = String.join(", ", mapping.members()) + (more > 0 ? " and " + Numbers.count(more) + " more" : "");
        Span count = new Span(Numbers.count(mapping.memberCount(), "person", "people"));
        Span list = new Span(names);
        list.addClassNames("tw-quiet", "tw-small");
        Div cell = new Div(count, list);
        cell.addClassName("tw-cell");
        return cell;
    }

    private Component remove(GroupMapping mapping, Visit visit) {
        Button remove = new Button(
                "Remove",
                event -> Ask.before(
                        "Remove the mapping of " + mapping.group() + "?",
                        Numbers.count(mapping.memberCount(), "person loses", "people lose")
                                + " what it gives with the next request. Roles given here stay.",
                        "Remove",
                        "remove-mapping-dialog",
                        () -> run(
                                visit,
                                caller -> members.unmap(caller, mapping.id()),
                                mapping.group() + " gives nothing now.")));
        remove.addThemeVariants(ButtonVariant.SMALL);
        remove.getElement().setAttribute("data-test", "remove-mapping");
        return remove;
    }

    private void change(GroupMapping mapping, String before, String after, Visit visit) {
        loader.load(
                this,
                visit.state().organization(),
                caller -> members.changeRole(caller, mapping.id(), after),
                changed -> {
                    Ask.undo(
                            mapping.group() + " gives " + after + " now.",
                            () -> run(
                                    visit,
                                    caller -> members.changeRole(caller, mapping.id(), before),
                                    mapping.group() + " gives " + before + " again."));
                    load(visit);
                },
                failure -> {
                    Ask.say(failure.summary());
                    load(visit);
                });
    }

    private void run(Visit visit, Consumer<Caller> change, String done) {
        loader.load(
                this,
                visit.state().organization(),
                caller -> {
                    change.accept(caller);
                    return true;
                },
                changed -> {
                    Ask.say(done);
                    load(visit);
                },
                failure -> Ask.say(failure.summary()));
    }

    record Loaded(List<IdentityProvider> providers, List<GroupMapping> mappings, List<Team> teams) {}
}
