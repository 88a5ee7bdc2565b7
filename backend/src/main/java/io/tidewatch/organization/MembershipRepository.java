package io.tidewatch.organization;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.TeamId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Roles that people were given by hand, in the organization whose transaction is open. */
@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<MembershipEntity, MembershipEntity.Key> {

    /** The membership, or null. */
    Uni<MembershipEntity> of(TeamId team, UUID userId) {
        return findById(new MembershipEntity.Key(team.value(), userId));
    }

    /** Every membership of these people. */
    Uni<List<MembershipEntity>> ofPeople(Set<UUID> people) {
        return list("userId in ?1", people);
    }

    /** The roles of those of these people who have one. */
    Uni<Map<UUID, Role>> roles(TeamId team, Set<UUID> people) {
        return find("teamId = ?1 and userId in ?2", team.value(), people)
                .list()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.userId, row -> row.role)));
    }
}
