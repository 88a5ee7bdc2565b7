package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.LinkedHashMap;
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
                                .chain(rows -> mappings.holders()
                                        .map(holders -> rows.stream()
                                                .map(row ->
                                                        toDomain(row, byId, holders.getOrDefault(row.id, List.of())))
                                                .toList()))));
    }

    /** The issuers that an organization trusts, sorted. */
    Uni<List<String>> issuers(OrganizationId organization) {
        return sessions.inOrganization(
                organization,
                session -> session.createQuery(
                                "from OrganizationIssuerEntity order by issuer", OrganizationIssuerEntity.class)
                        .getResultList()
                        .map(rows -> rows.stream().map(row -> row.issuer).toList()));
    }

    /** Changes the role that a group gives in its team. */
    Uni<GroupMapping> putRole(Caller caller, UUID id, Role role) {
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.byId(caller.organization())
                        .chain(byId -> find(id).chain(row -> {
                            if (row.organizationAdmin) {
                                throw ErrorCode.VALIDATION_FAILED
                                        .problem("The mapping makes organization admins, who have no role in a team.")
                                        .violation("role", "invalid-value", "is for mappings to a team");
                            }
                            GroupMapping before = toDomain(row, byId, List.of());
                            row.role = role;
                            GroupMapping after = toDomain(row, byId, List.of());
                            return audit.record(
                                            caller,
                                            AuditEvent.changed(
                                                    "group-mapping", id.toString(), state(before), state(after)))
                                    .chain(mappings::holders)
                                    .map(holders -> toDomain(row, byId, holders.getOrDefault(id, List.of())));
                        })));
    }

    Uni<GroupMapping> create(Caller caller, CreateGroupMappingRequest request) {
        return sessions.inOrganization(
                caller.organization(),
                session -> requireTrusted(session, request.issuer())
                        .chain(() -> team(caller, request.team()))
                        .chain(team -> persist(caller, request, team)));
    }

    /** Lets a group give a right no longer; fails with {@code last-organization-admin} where nobody could undo it. */
    Uni<Void> remove(Caller caller, UUID id) {
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.byId(caller.organization())
                        .chain(byId -> find(id).call(row -> row.organizationAdmin
                                        ? requireAnotherAdmin(session, caller, id)
                                        : Uni.createFrom().voidItem())
                                .chain(row -> mappings.delete(row)
                                        .chain(() -> audit.record(
                                                caller,
                                                AuditEvent.removed(
                                                        "group-mapping",
                                                        id.toString(),
                                                        state(toDomain(row, byId, List.of()))))))));
    }

    /** The lock keeps two admins from taking the right from each other at the same moment. */
    private Uni<Void> requireAnotherAdmin(Mutiny.Session session, Caller caller, UUID without) {
        return session.find(OrganizationEntity.class, caller.organization().value(), LockModeType.PESSIMISTIC_WRITE)
                .chain(() -> mappings.hasAdminWithout(without))
                .invoke(others -> {
                    if (!others) {
                        throw ErrorCode.LAST_ORGANIZATION_ADMIN.problem();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<GroupMappingEntity> find(UUID id) {
        return mappings.findById(id).onItem().ifNull().failWith(ErrorCode.GROUP_MAPPING_NOT_FOUND::problem);
    }

    /** What the audit keeps: the mapping itself, not who has the group. */
    private static Map<String, Object> state(GroupMapping mapping) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("issuer", mapping.issuer());
        state.put("group", mapping.group());
        state.put("team", mapping.team());
        state.put("role", mapping.role());
        state.put("organizationAdmin", mapping.organizationAdmin());
        return state;
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
                .chain(mappings::holders)
                .map(holders -> toDomain(
                        row,
                        team == null ? Map.of() : Map.of(team.id(), team),
                        holders.getOrDefault(row.id, List.of())));
    }

    private static GroupMapping toDomain(GroupMappingEntity row, Map<TeamId, Team> teams, List<String> members) {
        Team team = row.teamId == null ? null : teams.get(new TeamId(row.teamId));
        return new GroupMapping(
                row.id,
                row.issuer,
                row.groupName,
                team == null ? null : team.key(),
                row.role,
                row.organizationAdmin,
                row.createdAt,
                members);
    }
}
