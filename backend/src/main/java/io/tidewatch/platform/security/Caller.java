package io.tidewatch.platform.security;

import io.tidewatch.platform.tenancy.OrganizationId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, in which organization, with which rights.
 *
 * @param organization the organization that the request works in
 * @param organizationKey its key, for links and logs
 * @param actor the person or API key
 * @param roles the role per team; for an API key only its own team
 * @param organizationAdmin true for people who may do everything in the organization
 * @param scopes what an API key may do; empty for people, whose roles decide
 * @param remoteAddress where the request came from, for the audit
 * @param userAgent what the program that sent it calls itself, for the audit
 * @param traceId names the request, for the audit
 */
public record Caller(
        OrganizationId organization,
        String organizationKey,
        Actor actor,
        Map<TeamId, Role> roles,
        boolean organizationAdmin,
        Set<Scope> scopes,
        @Nullable String remoteAddress,
        @Nullable String userAgent,
        @Nullable String traceId) {

    public Caller {
        roles = Map.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** True if the caller has at least {@code role} in {@code team}, or is an organization admin. */
    public boolean has(Role role, TeamId team) {
        Role own = roles.get(team);
        return organizationAdmin || (own != null && own.includes(role));
    }

    /** True if the caller has at least {@code role} in some team, or is an organization admin. */
    public boolean hasAnywhere(Role role) {
        return organizationAdmin || roles.values().stream().anyMatch(own -> own.includes(role));
    }

    /** True for a person, false for an API key. */
    public boolean isPerson() {
        return actor instanceof Actor.Person;
    }
}
