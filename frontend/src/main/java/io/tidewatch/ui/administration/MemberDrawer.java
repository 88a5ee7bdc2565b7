package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Member;
import io.tidewatch.ui.client.Members;
import io.tidewatch.ui.client.Organizations.Team;
import io.tidewatch.ui.component.Ask;
import io.tidewatch.ui.component.Drawer;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Time;
import io.tidewatch.ui.shell.Visit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One person's roles, to change. What groups give can be changed at the identity provider, or on the page of groups. */
final class MemberDrawer extends Drawer {

    private static final List<String> ROLES = List.of("viewer", "editor", "admin");

    private final Loader loader;
    private final Members members;

    MemberDrawer(Loader loader, Members members) {
        super("Member", "A member", "member-drawer");
        this.loader = loader;
        this.members = members;
    }

    /** Shows a person; {@code administered} are the teams in which her roles may be changed. */
    void open(Member member, List<Team> administered, Visit visit, Runnable reload) {
        DescriptionList facts = new DescriptionList();
        fact(facts, "Name", new Span(member.name()));
        fact(facts, "E-mail", new Span(member.email() == null ? "—" : member.email()));
        fact(facts, "Identity provider", new Span(member.issuer()));
        fact(facts, "Last seen", Time.at(member.lastSeenAt()));
        if (member.organizationAdmin()) {
            fact(facts, "Organization admin", new Span("through group " + String.join(", ", member.adminGroups())));
        }
        show(facts, new H3("Teams"));
        if (member.teams().isEmpty()) {
            Span none = new Span("In no team.");
            none.addClassName("tw-quiet");
            append(none);
        }
        for (Member.InTeam part : member.teams()) {
            boolean mayChange =
                    administered.stream().anyMatch(team -> team.key().equals(part.key()));
            append(team(member, part, mayChange, visit, reload));
        }
        List<Team> others = administered.stream()
                .filter(team -> member.teams().stream()
                        .noneMatch(part -> part.key().equals(team.key()) && part.directRole() != null))
                .toList();
        if (!others.isEmpty()) {
            append(new H3("Give a role"), give(member, others, visit, reload));
        }
    }

    private Component team(Member member, Member.InTeam part, boolean mayChange, Visit visit, Runnable reload) {
        Span name = new Span(part.name());
        name.addClassName("tw-strong");
        Span source = new Span(part.role() + ", " + MembersView.source(part));
        source.addClassNames("tw-quiet", "tw-small");
        Div words = new Div(name, source);
        words.addClassName("tw-cell");
        words.getStyle().set("flex", "1");
        Div row = new Div(words);
        row.addClassName("tw-row");
        row.getStyle().set("padding-block", "6px");
        row.getElement().setAttribute("data-test", "member-team").setAttribute("data-key", part.key());
        String direct = part.directRole();
        if (mayChange && direct != null) {
            Select<String> role = roles(direct);
            role.getElement().setAttribute("data-test", "member-role");
            role.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    put(member, part.key(), event.getValue(), direct, visit, reload);
                }
            });
            Button remove = small("Remove", "member-remove", () -> remove(member, part.key(), direct, visit, reload));
            row.add(role, remove);
        }
        return row;
    }

    private Component give(Member member, List<Team> teams, Visit visit, Runnable reload) {
        Select<Team> team = new Select<>();
        team.setItems(teams);
        team.setItemLabelGenerator(Team::name);
        team.setValue(teams.getFirst());
        team.setAriaLabel("Team");
        team.setWidth("150px");
        team.getElement().setAttribute("data-test", "give-team");
        Select<String> role = roles("viewer");
        role.getElement().setAttribute("data-test", "give-role");
        Button give = small(
                "Give", "give-submit", () -> put(member, team.getValue().key(), role.getValue(), null, visit, reload));
        Div row = new Div(team, role, give);
        row.addClassName("tw-row");
        return row;
    }

    private void put(Member member, String team, String role, @Nullable String before, Visit visit, Runnable reload) {
        run(visit, caller -> members.put(caller, team, member.userId(), role), () -> {
            Ask.undo(
                    member.name() + " is " + role + " of " + team + " now.",
                    () -> run(visit, caller -> restore(caller, member, team, before), reload));
            reload.run();
        });
    }

    private void remove(Member member, String team, String before, Visit visit, Runnable reload) {
        run(visit, caller -> members.remove(caller, team, member.userId()), () -> {
            Ask.undo(
                    member.name() + " lost the role in " + team + ".",
                    () -> run(visit, caller -> restore(caller, member, team, before), reload));
            reload.run();
        });
    }

    private void restore(Caller caller, Member member, String team, @Nullable String before) {
        if (before == null) {
            members.remove(caller, team, member.userId());
        } else {
            members.put(caller, team, member.userId(), before);
        }
    }

    private void run(Visit visit, Consumer<Caller> change, Runnable done) {
        loader.load(
                this,
                visit.state().organization(),
                caller -> {
                    change.accept(caller);
                    return true;
                },
                changed -> done.run(),
                failure -> Ask.say(failure.summary()));
    }

    private static Select<String> roles(String value) {
        Select<String> role = new Select<>();
        role.setItems(ROLES);
        role.setValue(value);
        role.setAriaLabel("Role");
        role.setWidth("110px");
        return role;
    }

    private static Button small(String label, String testId, Runnable action) {
        Button button = new Button(label, event -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.getElement().setAttribute("data-test", testId);
        return button;
    }
}
