package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who is in a team, by hand or through a group. */
@ApplicationScoped
class MemberService {

    private static final String IN_TEAM = """
            from MemberEntity m where
            (exists (from MembershipEntity s where s.teamId = :team and s.userId = m.userId)
            or exists (from GroupMappingEntity g where g.teamId = :team and g.issuer = m.issuer
                and array_contains(m.groups, g.groupName)))
            """;
    private static final String FIRST_PAGE = IN_TEAM + " order by m.name, m.userId";
    private static final String NEXT_PAGE =
            IN_TEAM + " and (m.name, m.userId) > (:name, :id) order by m.name, m.userId";

    private final TenantSession sessions;
    private final TeamService teams;
    private final AuditLog audit;
    private final Clock clock;

    MemberService(TenantSession sessions, TeamService teams, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.teams = teams;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Page<Member>> inTeam(Caller caller, String teamKey, PageRequest request) {
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.requireRole(caller, teamKey, Role.VIEWER).chain(team -> page(session, team, request)));
    }

    Uni<Member> put(Caller caller, String teamKey, UUID userId, Role role) {
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.requireRole(caller, teamKey, Role.ADMIN)
                        .chain(team -> session.find(MemberEntity.class, userId)
                                .onItem()
                                .ifNull()
                                .failWith(ErrorCode.MEMBER_NOT_FOUND::problem)
                                .chain(member -> give(session, caller, team, member, role))));
    }

    Uni<Void> remove(Caller caller, String teamKey, UUID userId) {
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.requireRole(caller, teamKey, Role.ADMIN)
                        .chain(team -> session.find(
                                        MembershipEntity.class,
                                        new MembershipEntity.Key(team.id().value(), userId))
                                .onItem()
                                .ifNull()
                                .failWith(ErrorCode.MEMBER_NOT_FOUND::problem)
                                .chain(membership -> session.remove(membership)
                                        .chain(() -> audit.record(
                                                caller,
                                                AuditEvent.removed(
                                                        "membership",
                                                        teamKey + "/" + userId,
                                                        new PutMemberRequest(membership.role)))))));
    }

    private Uni<Member> give(Mutiny.Session session, Caller caller, Team team, MemberEntity member, Role role) {
        UUID teamId = team.id().value();
        String resource = team.key() + "/" + member.userId;
        return session.find(MembershipEntity.class, new MembershipEntity.Key(teamId, member.userId))
                .chain(known -> {
                    if (known != null) {
                        Role before = known.role;
                        known.role = role;
                        return audit.record(
                                caller,
                                AuditEvent.changed(
                                        "membership",
                                        resource,
                                        new PutMemberRequest(before),
                                        new PutMemberRequest(role)));
                    }
                    MembershipEntity membership = new MembershipEntity();
                    membership.teamId = teamId;
                    membership.userId = member.userId;
                    membership.role = role;
                    membership.createdAt = clock.instant();
                    return session.persist(membership)
                            .chain(() -> audit.record(
                                    caller, AuditEvent.created("membership", resource, new PutMemberRequest(role))));
                })
                .call(session::flush)
                .chain(() -> mappings(session, team))
                .map(mappings -> member(member, role, mappings));
    }

    private static Uni<Page<Member>> page(Mutiny.Session session, Team team, PageRequest request) {
        return query(session, team, request)
                .chain(people -> mappings(session, team)
                        .chain(mappings -> direct(session, team, people)
                                .map(direct -> request.page(people, row -> List.of(row.name, row.userId.toString()))
                                        .map(row -> member(row, direct.get(row.userId), mappings)))));
    }

    private static Uni<List<MemberEntity>> query(Mutiny.Session session, Team team, PageRequest request) {
        var query = session.createQuery(request.isFirst() ? FIRST_PAGE : NEXT_PAGE, MemberEntity.class)
                .setParameter("team", team.id().value())
                .setMaxResults(request.limit() + 1);
        if (!request.isFirst()) {
            query = query.setParameter("name", request.text(0)).setParameter("id", request.uuid(1));
        }
        return query.getResultList();
    }

    private static Uni<List<GroupMappingEntity>> mappings(Mutiny.Session session, Team team) {
        return session.createQuery("from GroupMappingEntity where teamId = :team", GroupMappingEntity.class)
                .setParameter("team", team.id().value())
                .getResultList();
    }

    private static Uni<Map<UUID, Role>> direct(Mutiny.Session session, Team team, List<MemberEntity> people) {
        Set<UUID> ids = people.stream().map(person -> person.userId).collect(Collectors.toSet());
        return session.createQuery(
                        "from MembershipEntity where teamId = :team and userId in :people", MembershipEntity.class)
                .setParameter("team", team.id().value())
                .setParameter("people", ids)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.userId, row -> row.role)));
    }

    private static Member member(MemberEntity person, @Nullable Role direct, List<GroupMappingEntity> mappings) {
        List<String> groups = Arrays.asList(person.groups);
        Role throughGroups = mappings.stream()
                .filter(mapping -> mapping.issuer.equals(person.issuer) && groups.contains(mapping.groupName))
                .map(mapping -> mapping.role)
                .max(Role::compareTo)
                .orElse(null);
        return new Member(person.userId, person.name, person.email, direct, throughGroups, person.lastSeenAt);
    }
}
