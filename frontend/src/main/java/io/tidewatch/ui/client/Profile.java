package io.tidewatch.ui.client;

import io.tidewatch.ui.client.MySession.MySessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What belongs to the signed-in person: preferences and sessions. */
@ApplicationScoped
public class Profile {

    private static final String PREFERENCES = "/me/preferences";
    private static final String SESSIONS = "/me/sessions";

    private final Backend backend;

    /** The profile behind this door. */
    public Profile(Backend backend) {
        this.backend = backend;
    }

    /** Time zone, theme and addresses. */
    public Preferences preferences(Caller caller) {
        return backend.get(caller, Query.path(PREFERENCES), Preferences.class);
    }

    /** Saves preferences that are based on the revision they carry. */
    public Preferences save(Caller caller, Preferences preferences) {
        Map<String, Object> body = new HashMap<>();
        body.put("timeZone", preferences.timeZone());
        body.put("theme", preferences.theme());
        body.put(
                "notificationAddresses",
                preferences.addresses().stream()
                        .map(Preferences.Address::address)
                        .toList());
        return backend.put(caller, Query.path(PREFERENCES), body, preferences.revision(), Preferences.class);
    }

    /** Changes the theme only, whatever else has been saved meanwhile. */
    public Preferences theme(Caller caller, String theme) {
        return save(caller, preferences(caller).withTheme(theme));
    }

    /** The person's sessions, last used first. */
    public List<MySession> sessions(Caller caller) {
        return backend.get(caller, Query.path(SESSIONS), MySessions.class).items();
    }

    /** Ends one session. */
    public void end(Caller caller, String id) {
        backend.delete(caller, Query.path(SESSIONS + "/{}", id));
    }

    /** Ends all sessions but the one that asks. */
    public void endOthers(Caller caller) {
        backend.delete(caller, Query.path(SESSIONS));
    }
}
