package io.tidewatch.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Organizations;
import io.tidewatch.ui.client.Personal;
import io.tidewatch.ui.client.Profile;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.identity.Signed;
import io.tidewatch.ui.navigation.PageState;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame around every page. */
@PermitAll
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Loader loader;
    private final Callers callers;
    private final Profile profile;
    private final Organizations organizations;
    private final Rail rail = new Rail();
    private final WhereMenu where = new WhereMenu();
    private final RangeMenu range = new RangeMenu();
    private final PersonMenu person;
    private final Div content = new Div();
    private @Nullable Place place;

    /** The frame for the person who is signed in. */
    public MainLayout(Loader loader, Callers callers, Organizations organizations, Models models, Profile profile) {
        this.loader = loader;
        this.organizations = organizations;
        this.callers = callers;
        this.profile = profile;
        this.person = new PersonMenu(Signed.current().getName(), this::saveTheme);
        addClassName("tw-shell");

        Anchor skip = new Anchor("#content", "Skip to content");
        skip.addClassName("tw-skip");
        skip.getElement().setAttribute("router-ignore", true);

        Span grow = new Span();
        grow.addClassName("tw-grow");
        Header bar = new Header(where, grow, new ModelSearch(loader, models), range, person);
        bar.addClassName("tw-bar");

        content.addClassName("tw-content");
        Main main = new Main(content);
        main.addClassName("tw-main");
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");
        add(skip, rail, bar, main);
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement page) {
        if (page != null) {
            content.getElement().appendChild(page.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement page) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        PageState state = PageState.of(event.getLocation());
        rail.show(state, event.getLocation().getPath());
        range.show(state.range());
        showPlace(state);
    }

    /** Who the person is and what they may switch to changes rarely: it is read when the page opens or the place changes. */
    private void showPlace(PageState state) {
        Place shown = place;
        if (shown != null && (state.organization() == null || shown.isIn(state.organization()))) {
            where.show(shown.me(), shown.organization(), state);
            return;
        }
        Signed signed = Signed.current();
        loader.load(
                this,
                state.organization(),
                caller -> organizations.settings(caller).accent(),
                accent -> getUI().ifPresent(ui -> Appearance.apply(ui, accent)),
                failure -> {});
        loader.load(
                this,
                null,
                caller -> place(signed, caller, state.organization()),
                read -> {
                    place = read;
                    where.show(read.me(), read.organization(), state);
                    person.show(read.me());
                    applyPreferences(signed, state);
                },
                failure -> where.setVisible(false));
    }

    /** They were read together with the person. */
    private void applyPreferences(Signed signed, PageState state) {
        UI ui = UI.getCurrent();
        Zones.apply(ui, Personal.of(signed).preferences());
        range.show(state.range());
    }

    private void saveTheme(String theme) {
        Signed signed = Signed.current();
        loader.load(
                this,
                null,
                caller -> profile.theme(caller, theme),
                saved -> Personal.of(signed).use(saved),
                failure -> Notification.show("The theme lasts in this browser only: " + failure.summary()));
    }

    private Place place(Signed signed, Caller caller, @Nullable String wanted) {
        Me me = callers.me(signed);
        Me.Organization organization =
                me.organization(wanted == null ? caller.organization() : wanted).orElse(null);
        if (organization != null && organization.organizationAdmin()) {
            // Administrators see every team, not only those they are in.
            List<Me.Team> teams = organizations.teams(caller.in(organization.key())).stream()
                    .map(team -> new Me.Team(team.key(), team.name(), "admin"))
                    .toList();
            organization = new Me.Organization(organization.key(), organization.name(), true, teams);
        }
        return new Place(me, organization);
    }

    private record Place(Me me, Me.@Nullable Organization organization) {

        boolean isIn(String key) {
            return organization != null && organization.key().equals(key);
        }
    }
}
