package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
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

    /** The teams of the organization with what changes them. */
    public List<Team> allTeams(Caller caller) {
        return backend.<Page<Team>>get(caller, Query.path("/teams"), new TypeReference<>() {})
                .items();
    }

    /** Creates a team. */
    public Team createTeam(Caller caller, String key, String name) {
        return backend.post(caller, Query.path("/teams"), Map.of("key", key, "name", name), Team.class);
    }

    /** Renames a team, unless somebody else changed it since. */
    public Team renameTeam(Caller caller, Team team, String name) {
        return backend.patch(
                caller, Query.path("/teams/{}", team.key()), Map.of("name", name), team.revision(), Team.class);
    }

    /** Removes a team that owns nothing. */
    public void removeTeam(Caller caller, String key) {
        backend.delete(caller, Query.path("/teams/{}", key));
    }

    /** The settings of the organization. */
    public Settings settings(Caller caller) {
        return backend.get(caller, Query.path("/organization"), Settings.class);
    }

    /** Changes settings, unless somebody else changed them since. */
    public Settings change(Caller caller, Settings from, String name, boolean modelsVisibleToAllTeams, String accent) {
        return backend.patch(
                caller,
                Query.path("/organization"),
                Map.of("name", name, "modelsVisibleToAllTeams", modelsVisibleToAllTeams, "accent", accent),
                from.revision(),
                Settings.class);
    }

    /** What the organization may send, and how much of it is used. */
    public QuotaUse quota(Caller caller) {
        return backend.get(caller, Query.path("/quota"), QuotaUse.class);
    }

    /** A team; {@code role} is the person's own, null if she is not in it. */
    public record Team(String key, String name, @Nullable String role, int revision) {}

    /** Settings of an organization. */
    public record Settings(String key, String name, boolean modelsVisibleToAllTeams, String accent, int revision) {}

    /** A team by key and name. */
    public record TeamRef(String key, String name) {}
}
