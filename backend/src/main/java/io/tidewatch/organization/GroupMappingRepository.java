package io.tidewatch.organization;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.TeamId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Group mappings of the organization whose transaction is open. */
@ApplicationScoped
class GroupMappingRepository implements PanacheRepositoryBase<GroupMappingEntity, UUID> {

    private static final int MOST_HOLDERS = 10_000;
    private static final String HOLDERS = """
            from GroupMappingEntity g join MemberEntity m
            on m.issuer = g.issuer and array_contains(m.groups, g.groupName)
            select g.id, m.name order by m.name, m.userId
            """;

    Uni<List<GroupMappingEntity>> sorted() {
        return listAll(Sort.by("issuer", "groupName", "id"));
    }

    Uni<List<GroupMappingEntity>> ofTeam(TeamId team) {
        return list("teamId", team.value());
    }

    /** Names of the people whose latest token holds the group, by mapping; at most {@link #MOST_HOLDERS} in all. */
    Uni<Map<UUID, List<String>>> holders() {
        return getSession()
                .chain(session -> session.createQuery(HOLDERS, Object[].class)
                        .setMaxResults(MOST_HOLDERS)
                        .getResultList())
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.mapping(row -> (String) row[1], Collectors.toList()))));
    }

    /** True if somebody who was here is organization admin through another mapping than this one. */
    Uni<Boolean> hasAdminWithout(UUID mapping) {
        return count("""
                        organizationAdmin = true and id <> ?1 and exists (
                        from MemberEntity m where m.issuer = issuer and array_contains(m.groups, groupName))
                        """, mapping).map(count -> count > 0);
    }

    Uni<List<GroupMappingEntity>> ofGroup(String issuer, String group) {
        return list("issuer = ?1 and groupName = ?2", issuer, group);
    }
}
