package io.tidewatch.organization;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.security.TeamId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** People whose name or address holds the text, by name and id: one row more than the page if there are more. */
    Uni<List<MemberEntity>> search(@Nullable String text, PageRequest request) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("true = true");
        if (text != null && !text.isBlank()) {
            where.append(" and (lower(name) like :text escape '!' or lower(email) like :text escape '!')");
            values.put("text", "%" + literally(text.strip().toLowerCase(Locale.ROOT)) + "%");
        }
        if (!request.isFirst()) {
            where.append(" and (name, userId) > (:name, :id)");
            values.put("name", request.text(0));
            values.put("id", request.uuid(1));
        }
        return find(where + " order by name, userId", values)
                .range(0, request.limit())
                .list();
    }

    /** A text in which no character stands for others. */
    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** People in a team, by hand or through a group, by name and id: one row more than the page if there are more. */
    Uni<List<MemberEntity>> inTeam(TeamId team, PageRequest request) {
        PanacheQuery<MemberEntity> query = request.isFirst()
                ? find(FIRST_PAGE, Map.of("team", team.value()))
                : find(NEXT_PAGE, Map.of("team", team.value(), "name", request.text(0), "id", request.uuid(1)));
        return query.range(0, request.limit()).list();
    }
}
