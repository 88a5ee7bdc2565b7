package io.tidewatch.ui.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.MySession;
import io.tidewatch.ui.client.Preferences;
import io.tidewatch.ui.client.Profile;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.identity.Signed;
import io.tidewatch.ui.shell.MainLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What a person decides for herself, the same in every organization. */
@PermitAll
@Route(value = "profile", layout = MainLayout.class)
class ProfileView extends PageView {

    private final Loader loader;
    private final Profile profile;
    private final Callers callers;
    private final Slot settings;
    private final Slot sessions;

    ProfileView(Loader loader, Profile profile, Callers callers) {
        this.loader = loader;
        this.profile = profile;
        this.callers = callers;
        this.settings = new Slot(loader, "your settings", Skeleton.TABLE);
        this.sessions = new Slot(loader, "your sessions", Skeleton.TABLE);
        title("Profile");
        Span line = new Span("These settings are yours, in every organization.");
        line.addClassNames("tw-quiet", "tw-small");
        Div titles = new Div(new H1("Profile"), line);
        titles.addClassName("tw-titles");
        Div head = new Div(titles);
        head.addClassName("tw-head");
        add(head, settings, sessions);
    }

    @Override
    protected void enter(Visit visit) {
        loadSettings();
        loadSessions();
    }

    private void loadSettings() {
        Signed signed = Signed.current();
        settings.load(
                null,
                caller -> new Loaded(callers.me(signed), profile.preferences(caller)),
                loaded -> show(loaded, signed));
    }

    private Component show(Loaded loaded, Signed signed) {
        PreferenceEditor editor = new PreferenceEditor(loader, profile, signed, loaded.preferences());
        Div cards = new Div(new AppearanceCard(editor), new AddressesCard(editor, loaded.me()));
        cards.addClassName("tw-page");
        return cards;
    }

    private void loadSessions() {
        sessions.load(null, profile::sessions, this::show);
    }

    private Component show(List<MySession> found) {
        return new SessionsCard(loader, profile, found, this::loadSessions);
    }

    private record Loaded(Me me, Preferences preferences) {}
}
