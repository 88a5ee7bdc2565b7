package io.tidewatch.local.accounts;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidewatch.local.LocalStackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Organizations and people that a local stack starts with.
 *
 * @param organizations the customers, with their teams, group mappings and API keys
 * @param users people who can sign in through the local Keycloak
 */
public record Accounts(List<Organization> organizations, List<User> users) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    /** Missing lists are empty. */
    @SuppressWarnings("NullAway") // Jackson passes null for what the file leaves out
    public Accounts {
        organizations = organizations == null ? List.of() : List.copyOf(organizations);
        users = users == null ? List.of() : List.copyOf(users);
    }

    /** No organization and nobody. */
    public static Accounts none() {
        return new Accounts(List.of(), List.of());
    }

    /**
     * Reads and checks an accounts file.
     *
     * @throws LocalStackException when it cannot be read, has an unknown property, or refers to something it lacks
     */
    public static Accounts read(Path file) {
        try {
            Accounts accounts = JSON.readValue(file.toFile(), Accounts.class);
            accounts.organizations.forEach(Organization::check);
            return accounts;
        } catch (IOException | IllegalArgumentException e) {
            throw new LocalStackException("The accounts file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * A customer.
     *
     * @param key its name in URLs
     * @param name its name for people
     * @param modelsVisibleToAllTeams whether every team may read every model
     */
    public record Organization(
            String key,
            String name,
            boolean modelsVisibleToAllTeams,
            List<Team> teams,
            List<GroupMapping> groups,
            List<ApiKey> apiKeys) {

        /** Missing lists are empty. */
        @SuppressWarnings("NullAway") // Jackson passes null for what the file leaves out
        public Organization {
            if (key == null || name == null) {
                throw new IllegalArgumentException("an organization needs a key and a name");
            }
            teams = teams == null ? List.of() : List.copyOf(teams);
            groups = groups == null ? List.of() : List.copyOf(groups);
            apiKeys = apiKeys == null ? List.of() : List.copyOf(apiKeys);
        }

        private void check() {
            groups.forEach(mapping -> {
                if (mapping.organizationAdmin() == (mapping.team() != null)) {
                    throw new IllegalArgumentException(
                            "group " + mapping.group() + " needs either a team with a role, or organizationAdmin");
                }
                if (mapping.team() != null) {
                    requireTeam("group " + mapping.group(), mapping.team());
                }
            });
            apiKeys.forEach(apiKey -> requireTeam("API key " + apiKey.name(), apiKey.team()));
        }

        private void requireTeam(String what, String team) {
            if (teams.stream().noneMatch(known -> known.key().equals(team))) {
                throw new IllegalArgumentException(
                        what + " names the team " + team + ", which organization " + key + " does not have");
            }
        }
    }

    /**
     * A team of an organization.
     *
     * @param key its name in URLs, unique in the organization
     * @param name its name for people
     */
    public record Team(String key, String name) {}

    /**
     * What members of a Keycloak group may do: either a role in a team, or everything in the organization.
     *
     * @param group name of the group, without a path
     * @param team key of the team, or null
     * @param role viewer, editor or admin; null without a team
     * @param organizationAdmin whether members may do everything
     */
    public record GroupMapping(
            String group, @Nullable String team, @Nullable String role, boolean organizationAdmin) {}

    /**
     * A key for programs.
     *
     * @param name for people
     * @param team key of the team it belongs to
     * @param scopes of ingest, read, manage
     */
    public record ApiKey(String name, String team, List<String> scopes) {

        /** Copies the scopes. */
        public ApiKey {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * A person in the local Keycloak.
     *
     * @param groups names of the groups he is in
     */
    public record User(
            String username, String password, String firstName, String lastName, String email, List<String> groups) {

        /** Missing groups are none. */
        @SuppressWarnings("NullAway") // Jackson passes null for what the file leaves out
        public User {
            groups = groups == null ? List.of() : List.copyOf(groups);
        }
    }
}
