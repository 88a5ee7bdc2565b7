package io.tidewatch.organization;

import io.tidewatch.organization.BootstrapFile.ApiKeyEntry;
import io.tidewatch.organization.BootstrapFile.GroupMappingEntry;
import io.tidewatch.organization.BootstrapFile.OrganizationEntry;
import io.tidewatch.organization.BootstrapFile.TeamEntry;
import io.tidewatch.platform.security.ApiKeyToken;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.test.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes organizations for tests the way the bootstrap file does. A bean of the tests only. */
@ApplicationScoped
public class TestOrganizations {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OrganizationBootstrap bootstrap;
    private final String issuer;

    TestOrganizations(
            OrganizationBootstrap bootstrap, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.bootstrap = bootstrap;
        this.issuer = issuer;
    }

    /**
     * Creates an organization with the teams red and blue, in which the people of {@link Person} have the rights that
     * their names say, and with API keys: {@code red} and {@code blue} with every scope for their team, {@code
     * red-ingest}, {@code red-read} and {@code red-manage} with one.
     */
    public Made makeHome() {
        return make(
                "home",
                List.of("red", "blue"),
                List.of(
                        new GroupMappingEntry(issuer, Person.ORGANIZATION_ADMIN.group(), null, null, true),
                        new GroupMappingEntry(issuer, Person.TEAM_ADMIN.group(), "red", Role.ADMIN, false),
                        new GroupMappingEntry(issuer, Person.EDITOR.group(), "red", Role.EDITOR, false),
                        new GroupMappingEntry(issuer, Person.VIEWER.group(), "red", Role.VIEWER, false),
                        new GroupMappingEntry(issuer, Person.OTHER_TEAM.group(), "blue", Role.ADMIN, false)));
    }

    /** Creates an organization with the team amber, in which only {@link Person#STRANGER} has rights: all of them. */
    public Made makeForeign() {
        return make(
                "foreign",
                List.of("amber"),
                List.of(new GroupMappingEntry(issuer, Person.STRANGER.group(), null, null, true)));
    }

    /**
     * Creates an organization that trusts two providers. The same group makes editors of the first one's people and
     * viewers of the second one's.
     */
    public Made makeShared(String second) {
        return make(
                "shared",
                List.of(issuer, second),
                List.of("red"),
                List.of(
                        new GroupMappingEntry(issuer, Person.EDITOR.group(), "red", Role.EDITOR, false),
                        new GroupMappingEntry(second, Person.EDITOR.group(), "red", Role.VIEWER, false)),
                null);
    }

    /** Creates an organization with the team amber, to which nobody belongs; only its API key opens it. */
    public Made makeForKeys() {
        return make("keys", List.of("amber"), List.of());
    }

    /** As {@link #makeForKeys}, with limits of its own: events per second and at once. */
    public Made makeLimited(long eventsPerSecond, long eventBurst) {
        QuotaLimits quota = new QuotaLimits(eventsPerSecond, eventBurst, null, null, null, null, null, null);
        return make("limited", List.of("amber"), List.of(), quota);
    }

    private Made make(String prefix, List<String> teams, List<GroupMappingEntry> mappings) {
        return make(prefix, teams, mappings, null);
    }

    private Made make(
            String prefix, List<String> teams, List<GroupMappingEntry> mappings, @Nullable QuotaLimits quota) {
        return make(prefix, List.of(issuer), teams, mappings, quota);
    }

    private Made make(
            String prefix,
            List<String> issuers,
            List<String> teams,
            List<GroupMappingEntry> mappings,
            @Nullable QuotaLimits quota) {
        String key = prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> texts = new HashMap<>();
        List<ApiKeyEntry> keys = new ArrayList<>();
        for (String team : teams) {
            keys.add(apiKey(team, team, EnumSet.allOf(Scope.class), texts));
        }
        for (Scope scope : Scope.values()) {
            String name = teams.getFirst() + "-" + scope.name().toLowerCase(Locale.ROOT);
            keys.add(apiKey(name, teams.getFirst(), EnumSet.of(scope), texts));
        }
        bootstrap.apply(new OrganizationEntry(
                key,
                "Organization " + key,
                false,
                issuers,
                teams.stream()
                        .map(team -> new TeamEntry(team, "Team " + team + " of " + key))
                        .toList(),
                mappings,
                keys,
                quota));
        return new Made(key, Map.copyOf(texts));
    }

    private static ApiKeyEntry apiKey(String name, String team, Set<Scope> scopes, Map<String, String> texts) {
        ApiKeyToken token = ApiKeyToken.generate(RANDOM);
        texts.put(name, token.text());
        return new ApiKeyEntry(token.id(), name, team, scopes, token.secretHash(), null);
    }

    /** A new organization: its key, and the text of each API key by name. */
    public record Made(String key, Map<String, String> apiKeys) {}
}
