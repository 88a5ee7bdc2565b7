package io.tidewatch.ui.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.notification.Notification;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.Personal;
import io.tidewatch.ui.client.Preferences;
import io.tidewatch.ui.client.Profile;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.identity.Signed;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Saves one change after the other; each is made to what is saved by then, be it from another page. */
final class PreferenceEditor {

    private final Loader loader;
    private final Profile profile;
    private final Signed signed;
    private Preferences current;

    PreferenceEditor(Loader loader, Profile profile, Signed signed, Preferences current) {
        this.loader = loader;
        this.profile = profile;
        this.signed = signed;
        this.current = current;
        Personal.of(signed).use(current);
    }

    Preferences current() {
        return current;
    }

    /** Saves a change, which is made on another thread; exactly one of {@code done} and {@code failed} runs. */
    void save(
            Component owner, UnaryOperator<Preferences> change, Consumer<Preferences> done, Consumer<Failure> failed) {
        loader.load(
                owner,
                null,
                caller -> profile.save(caller, change.apply(profile.preferences(caller))),
                saved -> {
                    current = saved;
                    Personal.of(signed).use(saved);
                    Notification.show("Saved");
                    done.accept(saved);
                },
                failed);
    }
}
