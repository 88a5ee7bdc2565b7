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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is in a team, by hand or through a group. */
@ApplicationScoped
class MemberService {

    private final TenantSession sessions;
    private final TeamService teams;
    private final MemberRepository members;
    private final MembershipRepository memberships;
    private final GroupMappingRepository mappings;
    private final AuditLog audit;
    private final Clock clock;

    MemberService(
            TenantSession sessions,
            TeamService teams,
            MemberRepository members,
            MembershipRepository memberships,
            GroupMappingRepository mappings,
            AuditLog audit,
            Clock clock) {
        this.sessions = sessions;
        this.teams = teams;
        this.members = members;
        this.memberships = memberships;
        this.mappings = mappings;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Page<Member>> inTeam(Caller caller, String teamKey, PageRequest request) {
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.requireRole(caller, teamKey, Role.VIEWER)
                        .chain(team ->
                                members.inTeam(team.id(), request).chain(people -> describe(team, people, request))));
    }

    Uni<Member> put(Caller caller, String teamKey, UUID userId, Role role) {
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.requireRole(caller, teamKey, Role.ADMIN)
                        .chain(team -> members.findById(userId)
                                .onItem()
                                .ifNull()
                                .failWith(ErrorCode.MEMBER_NOT_FOUND::problem)
                                .chain(member -> give(caller, team, member, role)
                                        .chain(() -> mappings.ofTeam(team.id()))
                                        .map(groups -> member(member, role, groups)))));
    }

    Uni<Void> remove(Caller caller, String teamKey, UUID userId) {
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.requireRole(caller, teamKey, Role.ADMIN)
                        .chain(team -> memberships
                                .of(team.id(), userId)
                                .onItem()
                                .ifNull()
                                .failWith(ErrorCode.MEMBER_NOT_FOUND::problem))
                        .chain(membership -> memberships
                                .delete(membership)
                                .chain(() -> audit.record(
                                        caller,
                                        AuditEvent.removed(
                                                "membership",
                                                teamKey + "/" + userId,
                                                new PutMemberRequest(membership.role))))));
    }

    private Uni<Void> give(Caller caller, Team team, MemberEntity member, Role role) {
        String resource = team.key() + "/" + member.userId;
        PutMemberRequest after = new PutMemberRequest(role);
        return memberships.of(team.id(), member.userId).chain(known -> {
            if (known != null) {
                PutMemberRequest before = new PutMemberRequest(known.role);
                known.role = role;
                return audit.record(caller, AuditEvent.changed("membership", resource, before, after));
            }
            MembershipEntity membership = new MembershipEntity();
            membership.teamId = team.id().value();
            membership.userId = member.userId;
            membership.role = role;
            membership.createdAt = clock.instant();
            return memberships
                    .persist(membership)
                    .chain(() -> audit.record(caller, AuditEvent.created("membership", resource, after)));
        });
    }

    private Uni<Page<Member>> describe(Team team, List<MemberEntity> people, PageRequest request) {
        Set<UUID> ids = people.stream().map(person -> person.userId).collect(Collectors.toSet());
        return mappings.ofTeam(team.id())
                .chain(groups -> memberships
                        .roles(team.id(), ids)
                        .map(direct -> request.page(people, row -> List.of(row.name, row.userId.toString()))
                                .map(row -> member(row, direct.get(row.userId), groups))));
    }

    private static Member member(MemberEntity person, @Nullable Role direct, List<GroupMappingEntity> mappings) {
        List<String> groups = Arrays.asList(person.groups);
        Role throughGroups = mappings.stream()
                .filter(mapping -> mapping.issuer.equals(person.issuer) && groups.contains(mapping.groupName))
                .map(mapping -> mapping.role)
                .max(Role::compareTo)
                .orElse(null);
        return new Member(
                person.userId, person.kind, person.name, person.email, direct, throughGroups, person.lastSeenAt);
    }
}
