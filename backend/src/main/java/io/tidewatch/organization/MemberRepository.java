package io.tidewatch.organization;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.security.TeamId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People of the organization whose transaction is open. */
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<MemberEntity, UUID> {

    private static final String IN_TEAM = """
            from MemberEntity m where
            (exists (from MembershipEntity s where s.teamId = :team and s.userId = m.userId)
            or exists (from GroupMappingEntity g where g.teamId = :team and g.issuer = m.issuer
                and array_contains(m.groups, g.groupName)))
            """;
    private static final String FIRST_PAGE = IN_TEAM + " order by m.name, m.userId";
    private static final String NEXT_PAGE =
            IN_TEAM + " and (m.name, m.userId) > (:name, :id) order by m.name, m.userId";

    /** People in a team, by hand or through a group, by name and id: one row more than the page if there are more. */
    Uni<List<MemberEntity>> inTeam(TeamId team, PageRequest request) {
        PanacheQuery<MemberEntity> query = request.isFirst()
                ? find(FIRST_PAGE, Map.of("team", team.value()))
                : find(NEXT_PAGE, Map.of("team", team.value(), "name", request.text(0), "id", request.uuid(1)));
        return query.range(0, request.limit()).list();
    }
}
