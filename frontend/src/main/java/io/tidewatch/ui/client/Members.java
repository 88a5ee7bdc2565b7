package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The people of an organization, their roles, and the groups that give rights. */
@ApplicationScoped
public class Members {

    private final Backend backend;

    /** Members behind this door. */
    public Members(Backend backend) {
        this.backend = backend;
    }

    /** One page of people, by name; a search is part of the name or the e-mail address. */
    public Page<Member> list(Caller caller, @Nullable String search, @Nullable String cursor) {
        return backend.get(
                caller,
                Query.path("/members")
                        .with("limit", Page.SIZE)
                        .with("search", search)
                        .with("cursor", cursor),
                new TypeReference<>() {});
    }

    /** One person. */
    public Member get(Caller caller, String userId) {
        return backend.get(caller, Query.path("/members/{}", userId), Member.class);
    }

    /** Gives a person a role in a team by hand. */
    public void put(Caller caller, String team, String userId, String role) {
        backend.put(caller, Query.path("/teams/{}/members/{}", team, userId), Map.of("role", role), Object.class);
    }

    /** Takes the role that a person was given by hand. */
    public void remove(Caller caller, String team, String userId) {
        backend.delete(caller, Query.path("/teams/{}/members/{}", team, userId));
    }

    /** Which groups give which rights, and who has them. */
    public Page<GroupMapping> mappings(Caller caller) {
        return backend.get(caller, Query.path("/group-mappings"), new TypeReference<>() {});
    }

    /** Lets a group give a right. */
    public GroupMapping map(Caller caller, NewGroupMapping mapping) {
        return backend.post(caller, Query.path("/group-mappings"), mapping, GroupMapping.class);
    }

    /** Changes the role that a group gives. */
    public GroupMapping changeRole(Caller caller, String mapping, String role) {
        return backend.put(
                caller, Query.path("/group-mappings/{}/role", mapping), Map.of("role", role), GroupMapping.class);
    }

    /** Lets a group give a right no longer. */
    public void unmap(Caller caller, String mapping) {
        backend.delete(caller, Query.path("/group-mappings/{}", mapping));
    }

    /** The identity providers that the organization trusts. */
    public Page<IdentityProvider> identityProviders(Caller caller) {
        return backend.get(caller, Query.path("/identity-providers"), new TypeReference<>() {});
    }

    /** An identity provider by its OIDC issuer. */
    public record IdentityProvider(String issuer) {}

    /** A new mapping: team and role, or organization admin. */
    public record NewGroupMapping(
            String issuer,
            String group,
            @Nullable String team,
            @Nullable String role,
            @Nullable Boolean organizationAdmin) {}
}
