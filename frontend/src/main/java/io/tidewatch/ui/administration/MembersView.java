package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Member;
import io.tidewatch.ui.client.Members;
import io.tidewatch.ui.client.Organizations;
import io.tidewatch.ui.client.Organizations.Team;
import io.tidewatch.ui.client.Page;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.LoadMore;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Table;
import io.tidewatch.ui.component.Time;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.shell.AdminLayout;
import io.tidewatch.ui.shell.AdminPage;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody in the organization, with every right and where it comes from. */
@PermitAll
@Route(value = "admin/members/:member?", layout = AdminLayout.class)
class MembersView extends AdminView<MembersView.Loaded> {

    private static final int PAGE_SIZE = 50;

    private final Members members;
    private final Organizations organizations;
    private final MemberDrawer drawer;
    private final TextField search = new TextField();
    private @Nullable Visit current;

    MembersView(Loader loader, Callers callers, Members members, Organizations organizations) {
        super(
                loader,
                callers,
                AdminPage.MEMBERS,
                "Everybody who has signed in. Roles come from groups of the identity provider, or are given here.");
        this.members = members;
        this.organizations = organizations;
        this.drawer = new MemberDrawer(loader, members);
        search.setPlaceholder("Name or e-mail address");
        search.setAriaLabel("Search members");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setWidth("280px");
        search.getElement().setAttribute("data-test", "member-search");
        search.addValueChangeListener(event -> searchAnew());
        tools(search);
        add(drawer);
    }

    @Override
    protected void enter(Visit visit) {
        current = visit;
        super.enter(visit);
    }

    private void searchAnew() {
        if (current != null) {
            load(current);
        }
    }

    @Override
    protected Loaded read(Caller caller, Me.Organization organization, Visit visit) {
        String wanted = visit.parameters().get("member").orElse(null);
        List<Team> teams = organizations.allTeams(caller).stream()
                .filter(team -> organization.organizationAdmin() || "admin".equals(team.role()))
                .toList();
        return new Loaded(
                members.list(caller, search.getValue(), null),
                wanted == null ? null : members.get(caller, wanted),
                teams);
    }

    @Override
    protected Component show(Loaded loaded, Visit visit) {
        if (loaded.member() == null) {
            drawer.close();
        } else {
            drawer.open(loaded.member(), loaded.teams(), visit, () -> load(visit));
        }
        Card card = Card.flush("Members", null);
        if (loaded.page().items().isEmpty()) {
            Div empty = States.empty(
                    "Nobody found",
                    search.isEmpty()
                            ? "People appear here after they have signed in for the first time."
                            : "No name and no e-mail address holds \"" + search.getValue() + "\".");
            empty.getStyle().set("padding", "16px 20px");
            return card.with(empty);
        }
        Table table = new Table("members")
                .column("Name")
                .column("Identity provider")
                .column("Roles")
                .column("Last seen");
        loaded.page().items().forEach(member -> row(table, member, visit.state()));
        return card.with(
                table,
                new LoadMore<>(
                        loader,
                        visit.state().organization(),
                        PAGE_SIZE,
                        loaded.page().nextCursor(),
                        (caller, cursor) -> members.list(caller, search.getValue(), cursor),
                        more -> more.forEach(member -> row(table, member, visit.state()))));
    }

    private static void row(Table table, Member member, PageState state) {
        Anchor name =
                new Anchor(Navigator.href(AdminPage.MEMBERS.path() + "/" + member.userId(), state), member.name());
        name.getElement().setAttribute("router-link", true).setAttribute("data-test", "member");
        Span email = new Span(member.email() == null ? "" : member.email());
        email.addClassNames("tw-quiet", "tw-small");
        Div who = new Div(name, email);
        who.addClassName("tw-cell");
        Span issuer = new Span(Issuers.label(member.issuer()));
        issuer.setTitle(member.issuer());
        table.row(member.name(), who, issuer, roles(member), Time.ago(member.lastSeenAt()));
    }

    private static Component roles(Member member) {
        Div roles = new Div();
        roles.addClassName("tw-cell");
        if (member.organizationAdmin()) {
            roles.add(line("Organization admin", "group " + String.join(", ", member.adminGroups())));
        }
        for (Member.InTeam part : member.teams()) {
            roles.add(line(part.name() + ": " + part.role(), source(part)));
        }
        if (roles.getComponentCount() == 0) {
            Span none = new Span("no role");
            none.addClassName("tw-quiet");
            roles.add(none);
        }
        return roles;
    }

    /** Where a role comes from: given by hand, by groups, or both. */
    static String source(Member.InTeam part) {
        String groups = part.groups().isEmpty() ? "" : "group " + String.join(", ", part.groups());
        if (part.directRole() == null) {
            return groups;
        }
        return groups.isEmpty() ? "given here" : "given here; " + groups + " gives " + part.groupRole();
    }

    private static Component line(String role, String source) {
        Span from = new Span(source);
        from.addClassNames("tw-quiet", "tw-small");
        from.getStyle().set("margin-inline-start", "8px");
        return new Div(new Span(role), from);
    }

    record Loaded(Page<Member> page, @Nullable Member member, List<Team> teams) {}
}
