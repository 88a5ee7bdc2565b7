package io.tidewatch.platform.security;

import io.tidewatch.platform.tenancy.OrganizationId;
import java.util.List;

/**
 * What a person may do in one organization.
 *
 * @param organizationAdmin true if she may do everything
 * @param teams the teams she is in, sorted by key
 */
public record PersonAccess(
        OrganizationId organization,
        String organizationKey,
        String organizationName,
        boolean organizationAdmin,
        List<TeamAccess> teams) {

    public PersonAccess {
        teams = List.copyOf(teams);
    }

    /** A team and the person's strongest role in it. */
    public record TeamAccess(TeamId id, String key, String name, Role role) {}
}
