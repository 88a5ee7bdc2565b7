package io.tidewatch.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.RouteParameters;
import io.tidewatch.ui.client.Personal;
import io.tidewatch.ui.fake.FakeBackend;
import io.tidewatch.ui.fake.PageTest;
import io.tidewatch.ui.identity.Signed;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.TimeRange;
import io.tidewatch.ui.shell.Visit;
import io.tidewatch.ui.shell.Zones;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A person's settings and sessions on her page. */
class ProfileViewTest extends PageTest {

    @Test
    void settingsAndSessionsAreShown() {
        ProfileView view = open();

        assertThat(byTestId(view, "address")).hasSize(2);
        assertThat(byTestId(view, "session-current")).hasSize(1);
        assertThat(byTestId(view, "session")).hasSize(1);
        assertThat(byTestId(view, "end-session"))
                .as("the current one is not to end")
                .hasSize(1);
        assertThat(byTestId(view, "end-others")).hasSize(1);
    }

    @Test
    void thePersonsZoneGoesBeforeTheBrowsers() {
        open();

        assertThat(Personal.of(Signed.current()).preferences().theme()).isEqualTo("dark");
        assertThat(Zones.of(UI.getCurrent())).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void settingsThatCannotBeReadDoNotHideTheSessions() {
        server.on("GET", "/me/preferences", request -> {
            throw new FakeBackend.Refusal(503, "database-unavailable", "PostgreSQL doesn't answer.");
        });

        ProfileView view = open();

        assertThat(byTestId(view, "state-error")).hasSize(1);
        assertThat(byTestId(view, "session")).hasSize(1);
        assertThat(Zones.of(UI.getCurrent())).isEqualTo(Zones.ofBrowser(UI.getCurrent()));
    }

    @Test
    void anEndedSessionLeavesTheList() {
        AtomicInteger ended = new AtomicInteger();
        server.on("DELETE", "/me/sessions/{}", request -> {
            ended.incrementAndGet();
            return null;
        });
        ProfileView view = open();

        byTestId(view, "end-session")
                .findFirst()
                .orElseThrow()
                .getComponent()
                .ifPresent(button -> ((Button) button).click());

        until(() -> ended.get() == 1);
    }

    private ProfileView open() {
        ProfileView view = show(new ProfileView(loader, profile, callers));
        view.enter(new Visit(
                new PageState(null, null, TimeRange.DEFAULT, null, null),
                TimeRange.DEFAULT.resolve(Clock.systemUTC()),
                new RouteParameters(Map.of())));
        until(() -> !isBusy(view));
        return view;
    }
}
