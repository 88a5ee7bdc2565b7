package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import tools.jackson.core.type.TypeReference;

/** The signed-in person and the teams of their organization. */
@ApplicationScoped
public class Organizations {

    private static final Logger LOG = Logger.getLogger(Organizations.class);

    private final Backend backend;

    /** Organizations behind this door. */
    public Organizations(Backend backend) {
        this.backend = backend;
    }

    /** The signed-in person with all organizations and teams they belong to. */
    public Me me(Caller caller) {
        return backend.get(caller, Query.path("/me"), Me.class);
    }

    /** What the signed-in person prefers; the defaults while that can't be read. */
    Preferences preferences(Caller caller) {
        try {
            return backend.get(caller, Query.path("/me/preferences"), Preferences.class);
        } catch (BackendException unavailable) {
            LOG.debugf("Preferences are the defaults: %s", unavailable.failure().summary());
            return Preferences.DEFAULT;
        }
    }

    /** The teams of the organization, to share with. */
    public List<TeamRef> teams(Caller caller) {
        return Page.all(
                20,
                cursor -> backend.<Page<TeamRef>>get(
                        caller,
                        Query.path("/teams").with("limit", Page.SIZE).with("cursor", cursor),
                        new TypeReference<>() {}));
    }

    /** A team by key and name. */
    public record TeamRef(String key, String name) {}
}
