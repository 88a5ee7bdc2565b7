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
 * @param providers further identity providers, each a realm of its own in the same Keycloak
 */
public record Accounts(List<Organization> organizations, List<User> users, List<Provider> providers) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    /** Missing lists are empty. */
    @SuppressWarnings("NullAway") // Jackson passes null for what the file leaves out
    public Accounts {
        organizations = organizations == null ? List.of() : List.copyOf(organizations);
        users = users == null ? List.of() : List.copyOf(users);
        providers = providers == null ? List.of() : List.copyOf(providers);
    }

    /** With the one provider that every stack has. */
    public Accounts(List<Organization> organizations, List<User> users) {
        this(organizations, users, List.of());
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
            accounts.organizations.forEach(organization -> organization.check(accounts.providers));
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

        private void check(List<Provider> providers) {
            groups.forEach(mapping -> {
                if (mapping.provider() != null
                        && providers.stream()
                                .noneMatch(provider -> provider.key().equals(mapping.provider()))) {
                    throw new IllegalArgumentException("group " + mapping.group() + " names the provider "
                            + mapping.provider() + ", which is not there");
                }
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
     * @param provider key of the provider whose group it is; null for the one that every stack has
     */
    public record GroupMapping(
            String group,
            @Nullable String team,
            @Nullable String role,
            boolean organizationAdmin,
            @Nullable String provider) {

        /** A group of the provider that every stack has. */
        public GroupMapping(String group, @Nullable String team, @Nullable String role, boolean organizationAdmin) {
            this(group, team, role, organizationAdmin, null);
        }
    }

    /**
     * A further identity provider.
     *
     * @param key its name in addresses and settings, and of its realm: lower-case letters
     * @param title what people read where they choose one
     * @param users people who can sign in there
     */
    public record Provider(String key, String title, List<User> users) {

        /** Missing users are none. */
        @SuppressWarnings("NullAway") // Jackson passes null for what the file leaves out
        public Provider {
            if (key == null || title == null || !key.matches("[a-z]+") || key.equals(RealmImport.REALM)) {
                throw new IllegalArgumentException("a provider needs a key of lower-case letters and a title");
            }
            users = users == null ? List.of() : List.copyOf(users);
        }
    }

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
