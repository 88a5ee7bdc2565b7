package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.tenancy.OrganizationId;
import java.util.Map;

/** What a feature keeps for teams. Asked, inside its transaction, before a team is removed. */
public interface TeamPossessions {

    /** How many things of each kind a team owns, by a plural such as {@code models}; zeros may be left out. */
    Uni<Map<String, Long>> ownedBy(OrganizationId organization, TeamId team);

    /** Forgets what only refers to the team and means nothing without it. */
    Uni<Void> release(OrganizationId organization, TeamId team);
}
