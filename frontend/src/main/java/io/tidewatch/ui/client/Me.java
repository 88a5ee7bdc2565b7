package io.tidewatch.ui.client;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The signed-in person, and where they belong. */
public record Me(@Nullable String name, @Nullable String email, List<Organization> organizations) {

    /** The membership in the organization with this key. */
    public Optional<Organization> organization(@Nullable String key) {
        return organizations.stream()
                .filter(organization -> organization.key().equals(key))
                .findFirst();
    }

    /** One organization the person belongs to. */
    public record Organization(String key, String name, boolean organizationAdmin, List<Team> teams) {

        /** Teams in which the person may register and change models. */
        public List<Team> editableTeams() {
            return teams.stream().filter(Team::canEdit).toList();
        }
    }

    /** One team the person belongs to, with their role in it: viewer, editor or admin. */
    public record Team(String key, String name, String role) {

        boolean canEdit() {
            return "editor".equals(role) || "admin".equals(role);
        }
    }
}
