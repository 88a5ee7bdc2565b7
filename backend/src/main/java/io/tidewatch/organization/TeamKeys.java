package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;

/** Whether a team has API keys that work; nothing about the keys themselves, so that everybody may know. */
@ApplicationScoped
public class TeamKeys {

    private final TenantSession sessions;
    private final ApiKeyRepository keys;
    private final Clock clock;

    TeamKeys(TenantSession sessions, ApiKeyRepository keys, Clock clock) {
        this.sessions = sessions;
        this.keys = keys;
        this.clock = clock;
    }

    /** Number of the team's keys with this scope that are neither expired nor revoked. */
    public Uni<Integer> usable(OrganizationId organization, TeamId team, Scope scope) {
        Instant now = clock.instant();
        return sessions.inOrganization(
                        organization, session -> keys.list("teamId = ?1 and revokedAt is null", team.value()))
                .map(rows -> (int) rows.stream()
                        .filter(row -> row.expiresAt == null || row.expiresAt.isAfter(now))
                        .filter(row -> Arrays.asList(row.scopes).contains(scope.name()))
                        .count());
    }
}
