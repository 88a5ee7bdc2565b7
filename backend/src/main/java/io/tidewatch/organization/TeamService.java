package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.http.Revisions;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The teams of an organization, and whether a caller may act for one. */
@ApplicationScoped
public class TeamService {

    private final TenantSession sessions;
    private final TeamRepository teams;
    private final AuditLog audit;
    private final Clock clock;

    TeamService(TenantSession sessions, TeamRepository teams, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.teams = teams;
        this.audit = audit;
        this.clock = clock;
    }

    /** All teams, sorted by key. */
    public Uni<List<Team>> all(OrganizationId organization) {
        return sessions.inOrganization(organization, session -> teams.sorted())
                .map(found -> found.stream().map(TeamEntity::toDomain).toList());
    }

    /** All teams by id, to name the owners of things. */
    public Uni<Map<TeamId, Team>> byId(OrganizationId organization) {
        return all(organization).map(found -> found.stream().collect(Collectors.toMap(Team::id, Function.identity())));
    }

    /** The team with this key; fails with {@code team-not-found}. */
    public Uni<Team> byKey(OrganizationId organization, String key) {
        return sessions.inOrganization(organization, session -> find(key)).map(TeamEntity::toDomain);
    }

    /**
     * The team with this key, for a caller with at least {@code role} in it; fails with {@code team-not-found} or {@code
     * forbidden}.
     */
    public Uni<Team> requireRole(Caller caller, String key, Role role) {
        return byKey(caller.organization(), key).invoke(team -> {
            if (!caller.has(role, team.id())) {
                throw ErrorCode.FORBIDDEN.problem(
                        "The caller needs the role " + role.name().toLowerCase(Locale.ROOT) + " in team " + key + ".");
            }
        });
    }

    /** The teams that a caller gets to see: people all of them, to share models; an API key its own. */
    Uni<List<Team>> visibleTo(Caller caller) {
        return all(caller.organization())
                .map(found -> found.stream()
                        .filter(team -> caller.isPerson() || caller.roles().containsKey(team.id()))
                        .toList());
    }

    Uni<Team> create(Caller caller, CreateTeamRequest request) {
        TeamEntity entity = new TeamEntity();
        entity.key = request.key();
        entity.name = request.name();
        entity.createdAt = clock.instant();
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.persistAndFlush(entity)
                        .chain(() -> audit.record(caller, AuditEvent.created("team", entity.key, request)))
                        .replaceWith(entity::toDomain));
    }

    /** Renames a team, if {@code ifMatch} names the current revision. */
    Uni<Team> rename(Caller caller, String key, @Nullable String name, @Nullable String ifMatch) {
        return sessions.inOrganization(
                caller.organization(),
                session -> find(key).chain(entity -> {
                    Revisions.check(ifMatch, entity.revision);
                    if (name == null || name.equals(entity.name)) {
                        return Uni.createFrom().item(entity.toDomain());
                    }
                    Map<String, String> before = Map.of("name", entity.name);
                    entity.name = name;
                    return session.flush()
                            .chain(() ->
                                    audit.record(caller, AuditEvent.changed("team", key, before, Map.of("name", name))))
                            .replaceWith(entity::toDomain);
                }));
    }

    private Uni<TeamEntity> find(String key) {
        return teams.byKey(key).onItem().ifNull().failWith(ErrorCode.TEAM_NOT_FOUND::problem);
    }
}
