package io.tidewatch.identity;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tidewatch.identity.decision.Ended;
import io.tidewatch.identity.decision.EndedTable;
import io.tidewatch.platform.security.TokenIdentity;
import io.tidewatch.platform.security.TokenLife;
import io.tidewatch.platform.tenancy.Doors;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that have ended. PostgreSQL holds them for all backends; each reads what is new every second into a bounded
 * table. Where the table can't tell, because it is full, not yet filled or not read for a while, PostgreSQL is asked.
 */
@ApplicationScoped
class EndedSessions {

    private static final Logger LOG = Logger.getLogger(EndedSessions.class);
    private static final int PAGE = 1000;
    private static final Duration FRESH = Duration.ofSeconds(4);

    private final Doors doors;
    private final IdentityConfig config;
    private final Clock clock;
    private final EndedTable table;
    private final AtomicLong last = new AtomicLong();
    private volatile Instant readAt = Instant.MIN;

    EndedSessions(Doors doors, IdentityConfig config, Clock clock) {
        this.doors = doors;
        this.config = config;
        this.clock = clock;
        this.table = new EndedTable(config.endedSessionsKept());
    }

    /** Whether the session that a token belongs to has ended. */
    Uni<Boolean> hasEnded(TokenIdentity token) {
        TokenLife life = token.life();
        if (isKnown(token.issuer(), life.sid(), token.subject(), life.signedInAt(), life.issuedAt())) {
            return Uni.createFrom().item(true);
        }
        if (isComplete()) {
            return Uni.createFrom().item(false);
        }
        return doors.call(
                        "has_session_ended",
                        Arrays.asList(
                                token.issuer(),
                                life.sid(),
                                token.subject(),
                                life.signedInAt() == null
                                        ? null
                                        : life.signedInAt().atOffset(ZoneOffset.UTC),
                                life.issuedAt().atOffset(ZoneOffset.UTC)),
                        row -> row.getBoolean("ended"))
                .map(List::getFirst);
    }

    /** Whether the session is known here to have ended; false may also mean that the table was full. */
    boolean isKnown(
            String issuer, @Nullable String sid, String subject, @Nullable Instant signedInAt, Instant issuedAt) {
        return table.contains(issuer, sid, subject, signedInAt, issuedAt);
    }

    /**
     * Ends a session, or all sessions of a subject that began until then; takes effect here at once.
     *
     * @param jti id of the logout token that asks for it, or null
     * @return false if that logout token was used before
     */
    Uni<Boolean> end(Ended.Name name, @Nullable String jti, Instant endedAt) {
        Ended ended = new Ended(name, endedAt, clock.instant().plus(config.longestTokenLife()));
        return doors.call(
                        "end_session",
                        Arrays.asList(
                                name.issuer(),
                                name.scope().name(),
                                name.name(),
                                jti,
                                ended.endedAt().atOffset(ZoneOffset.UTC),
                                ended.keptUntil().atOffset(ZoneOffset.UTC)),
                        row -> row.getBoolean("accepted"))
                .map(List::getFirst)
                .invoke(accepted -> {
                    if (accepted) {
                        table.add(ended);
                    }
                });
    }

    private boolean isComplete() {
        return !table.isOverflown() && readAt.isAfter(clock.instant().minus(FRESH));
    }

    @Scheduled(
            every = "${tidewatch.identity.ended-sessions-interval:PT1S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "ended-sessions")
    Uni<Void> read() {
        Instant now = clock.instant();
        if (table.forget(now)) {
            last.set(0);
        }
        return read(now)
                .invoke(() -> readAt = now)
                .onFailure()
                .invoke(failure -> LOG.warnf("Ended sessions are asked for one by one: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> read(Instant now) {
        return doors.call("find_ended_sessions", List.of(last.get(), now.atOffset(ZoneOffset.UTC), PAGE), row -> {
                    table.add(ended(row));
                    return row.getLong("id");
                })
                .chain(ids -> {
                    if (!ids.isEmpty()) {
                        last.set(ids.getLast());
                    }
                    return ids.size() < PAGE ? Uni.createFrom().voidItem() : read(now);
                });
    }

    private static Ended ended(Row row) {
        return new Ended(
                new Ended.Name(
                        row.getString("issuer"), Ended.Scope.valueOf(row.getString("scope")), row.getString("name")),
                row.getOffsetDateTime("ended_at").toInstant(),
                row.getOffsetDateTime("kept_until").toInstant());
    }
}
