package io.tidewatch.organization;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Removes a team that owns nothing, with its members' roles, its group mappings and its keys that have ended. */
@ApplicationScoped
class TeamRemoval {

    private static final String API_KEYS = "apiKeys";

    private final TenantSession sessions;
    private final TeamRepository teams;
    private final ApiKeyRepository keys;
    private final List<TeamPossessions> possessions;
    private final AuditLog audit;
    private final Clock clock;

    TeamRemoval(
            TenantSession sessions,
            TeamRepository teams,
            ApiKeyRepository keys,
            @All List<TeamPossessions> possessions,
            AuditLog audit,
            Clock clock) {
        this.sessions = sessions;
        this.teams = teams;
        this.keys = keys;
        this.possessions = possessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Removes the team; fails with {@code team-not-empty}, which says what it owns. */
    Uni<Void> remove(Caller caller, String key) {
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.byKey(key)
                        .onItem()
                        .ifNull()
                        .failWith(ErrorCode.TEAM_NOT_FOUND::problem)
                        // What is given to the team from now on waits for this row, and then fails.
                        .call(team -> session.lock(team, LockModeType.PESSIMISTIC_WRITE))
                        .call(team -> owned(caller, new TeamId(team.id)).invoke(owned -> requireNothing(key, owned)))
                        .chain(team -> remove(caller, session, team)));
    }

    private Uni<Map<String, Long>> owned(Caller caller, TeamId team) {
        return Multi.createFrom()
                .iterable(possessions)
                .onItem()
                .transformToUniAndConcatenate(feature -> feature.ownedBy(caller.organization(), team))
                .collect()
                .asList()
                .chain(parts -> keys.countWorking(team, clock.instant()).map(working -> {
                    Map<String, Long> owned = new TreeMap<>();
                    parts.forEach(owned::putAll);
                    owned.put(API_KEYS, working);
                    owned.values().removeIf(count -> count == 0);
                    return owned;
                }));
    }

    private static void requireNothing(String key, Map<String, Long> owned) {
        if (!owned.isEmpty()) {
            String what = owned.entrySet().stream()
                    .map(entry -> named(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(", "));
            throw ErrorCode.TEAM_NOT_EMPTY
                    .problem("Team " + key + " still owns " + what + ". Move or end them first.")
                    .extension("owned", owned);
        }
    }

    private static String named(String what, long count) {
        String many = what.equals(API_KEYS) ? "working API keys" : what;
        return count + " " + (count == 1 && many.endsWith("s") ? many.substring(0, many.length() - 1) : many);
    }

    private Uni<Void> remove(Caller caller, Mutiny.Session session, TeamEntity team) {
        TeamId id = new TeamId(team.id);
        return Multi.createFrom()
                .iterable(possessions)
                .onItem()
                .transformToUniAndConcatenate(feature -> feature.release(caller.organization(), id))
                .collect()
                .asList()
                .chain(() -> deleteOf(session, "MembershipEntity", id))
                .chain(() -> deleteOf(session, "GroupMappingEntity", id))
                .chain(() -> keys.removeAllOf(id))
                .chain(() -> teams.delete(team))
                .chain(session::flush)
                .chain(() -> audit.record(
                        caller, AuditEvent.removed("team", team.key, Map.of("key", team.key, "name", team.name))));
    }

    private static Uni<Integer> deleteOf(Mutiny.Session session, String entity, TeamId team) {
        return session.createMutationQuery("delete " + entity + " where teamId = :team")
                .setParameter("team", team.value())
                .executeUpdate();
    }
}
