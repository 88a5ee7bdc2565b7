package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which groups of which issuer give which rights. */
@ApplicationScoped
class GroupMappingService {

    private final TenantSession sessions;
    private final TeamService teams;
    private final GroupMappingRepository mappings;
    private final AuditLog audit;
    private final Clock clock;

    GroupMappingService(
            TenantSession sessions, TeamService teams, GroupMappingRepository mappings, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.teams = teams;
        this.mappings = mappings;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<List<GroupMapping>> all(OrganizationId organization) {
        return sessions.inOrganization(
                organization,
                session -> teams.byId(organization)
                        .chain(byId -> mappings.sorted()
                                .map(rows -> rows.stream()
                                        .map(row -> toDomain(row, byId))
                                        .toList())));
    }

    Uni<GroupMapping> create(Caller caller, CreateGroupMappingRequest request) {
        return sessions.inOrganization(
                caller.organization(),
                session -> requireTrusted(session, request.issuer())
                        .chain(() -> team(caller, request.team()))
                        .chain(team -> persist(caller, request, team)));
    }

    Uni<Void> remove(Caller caller, UUID id) {
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.byId(caller.organization())
                        .chain(byId -> mappings.findById(id)
                                .onItem()
                                .ifNull()
                                .failWith(ErrorCode.GROUP_MAPPING_NOT_FOUND::problem)
                                .chain(row -> mappings.delete(row)
                                        .chain(() -> audit.record(
                                                caller,
                                                AuditEvent.removed(
                                                        "group-mapping",
                                                        id.toString(),
                                                        GroupMappingResponse.from(toDomain(row, byId))))))));
    }

    private static Uni<Void> requireTrusted(Mutiny.Session session, String issuer) {
        return session.find(OrganizationIssuerEntity.class, issuer)
                .onItem()
                .ifNull()
                .failWith(() -> ErrorCode.VALIDATION_FAILED
                        .problem()
                        .violation("issuer", "unknown-issuer", "is not an issuer that the organization trusts"))
                .replaceWithVoid();
    }

    private Uni<@Nullable Team> team(Caller caller, @Nullable String key) {
        return key == null
                ? Uni.createFrom().nullItem()
                : teams.byKey(caller.organization(), key).map(team -> team);
    }

    private Uni<GroupMapping> persist(Caller caller, CreateGroupMappingRequest request, @Nullable Team team) {
        GroupMappingEntity row = new GroupMappingEntity();
        row.issuer = request.issuer();
        row.groupName = request.group();
        row.teamId = team == null ? null : team.id().value();
        row.role = request.role();
        row.organizationAdmin = Boolean.TRUE.equals(request.organizationAdmin());
        row.createdAt = clock.instant();
        return mappings.persistAndFlush(row)
                .chain(() -> audit.record(caller, AuditEvent.created("group-mapping", row.id.toString(), request)))
                .map(ignored -> toDomain(row, team == null ? Map.of() : Map.of(team.id(), team)));
    }

    private static GroupMapping toDomain(GroupMappingEntity row, Map<TeamId, Team> teams) {
        Team team = row.teamId == null ? null : teams.get(new TeamId(row.teamId));
        return new GroupMapping(
                row.id,
                row.issuer,
                row.groupName,
                team == null ? null : team.key(),
                row.role,
                row.organizationAdmin,
                row.createdAt);
    }
}
