package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everybody in an organization, and where each of her rights comes from. */
@ApplicationScoped
class MemberDirectory {

    private final TenantSession sessions;
    private final MemberRepository members;
    private final MembershipRepository memberships;
    private final GroupMappingRepository mappings;
    private final TeamService teams;

    MemberDirectory(
            TenantSession sessions,
            MemberRepository members,
            MembershipRepository memberships,
            GroupMappingRepository mappings,
            TeamService teams) {
        this.sessions = sessions;
        this.members = members;
        this.memberships = memberships;
        this.mappings = mappings;
        this.teams = teams;
    }

    /**
     * People by name.
     *
     * @param search part of the name or e-mail address, or null for everybody
     */
    Uni<Page<OrganizationMember>> page(OrganizationId organization, @Nullable String search, PageRequest request) {
        return sessions.inOrganization(
                organization,
                session -> members.search(search, request)
                        .map(rows -> request.page(rows, row -> List.of(row.name, row.userId.toString())))
                        .chain(page -> rights(organization, page.items())
                                .map(rights -> page.map(row -> describe(row, rights)))));
    }

    /** One person; fails with {@code member-not-found}. */
    Uni<OrganizationMember> get(OrganizationId organization, UUID userId) {
        return sessions.inOrganization(
                organization,
                session -> members.findById(userId)
                        .onItem()
                        .ifNull()
                        .failWith(ErrorCode.MEMBER_NOT_FOUND::problem)
                        .chain(row -> rights(organization, List.of(row)).map(rights -> describe(row, rights))));
    }

    private Uni<Rights> rights(OrganizationId organization, List<MemberEntity> people) {
        Set<UUID> ids = people.stream().map(person -> person.userId).collect(Collectors.toSet());
        return teams.byId(organization)
                .chain(byId -> memberships
                        .ofPeople(ids)
                        .chain(direct -> mappings.sorted()
                                .map(groups -> new Rights(
                                        byId,
                                        direct.stream().collect(Collectors.groupingBy(row -> row.userId)),
                                        groups))));
    }

    private static OrganizationMember describe(MemberEntity person, Rights rights) {
        Set<String> groups = Set.copyOf(Arrays.asList(person.groups));
        List<GroupMappingEntity> given = rights.mappings().stream()
                .filter(mapping -> mapping.issuer.equals(person.issuer) && groups.contains(mapping.groupName))
                .toList();
        return new OrganizationMember(
                person.userId,
                person.name,
                person.email,
                person.issuer,
                person.firstSeenAt,
                person.lastSeenAt,
                given.stream()
                        .filter(mapping -> mapping.organizationAdmin)
                        .map(mapping -> mapping.groupName)
                        .toList(),
                rights.teams().values().stream()
                        .map(team -> inTeam(team, rights.direct().getOrDefault(person.userId, List.of()), given))
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(part -> part.team().key()))
                        .toList());
    }

    private static OrganizationMember.@Nullable InTeam inTeam(
            Team team, List<MembershipEntity> direct, List<GroupMappingEntity> given) {
        Role directRole = direct.stream()
                .filter(row -> new TeamId(row.teamId).equals(team.id()))
                .map(row -> row.role)
                .findFirst()
                .orElse(null);
        List<GroupMappingEntity> groups = given.stream()
                .filter(mapping -> team.id().value().equals(mapping.teamId))
                .toList();
        Role groupRole = groups.stream()
                .map(mapping -> mapping.role)
                .max(Role::compareTo)
                .orElse(null);
        return directRole == null && groupRole == null
                ? null
                : new OrganizationMember.InTeam(
                        team,
                        directRole,
                        groupRole,
                        groups.stream().map(mapping -> mapping.groupName).toList());
    }

    private record Rights(
            Map<TeamId, Team> teams, Map<UUID, List<MembershipEntity>> direct, List<GroupMappingEntity> mappings) {}
}
