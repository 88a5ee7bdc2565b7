package io.tidewatch.identity;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.identity.decision.Ended;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.TokenIdentity;
import io.tidewatch.platform.tenancy.Doors;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's own sessions: what they are, and their end. */
@ApplicationScoped
class SessionService {

    /** The name of the session that asks. */
    static final String CURRENT = "current";

    /** Sessions that were not used for longer are not shown. */
    private static final Duration SHOWN = Duration.ofDays(7);

    private static final int MOST = 200;

    private final Doors doors;
    private final EndedSessions ended;
    private final StoredSessions stored;
    private final Clock clock;

    SessionService(Doors doors, EndedSessions ended, StoredSessions stored, Clock clock) {
        this.doors = doors;
        this.ended = ended;
        this.stored = stored;
        this.clock = clock;
    }

    /** The person's sessions that have not ended, last used first. */
    Uni<List<Session>> of(TokenIdentity person) {
        return doors.call(
                "find_sessions",
                List.of(person.userId(), clock.instant().minus(SHOWN).atOffset(ZoneOffset.UTC), MOST),
                SessionService::session);
    }

    /** Keeps how the browser behind the token names itself, for the list. */
    Uni<Void> describe(TokenIdentity person, String session, @Nullable String browser, @Nullable String address) {
        if (!session.equals(CURRENT)) {
            throw ErrorCode.SESSION_NOT_FOUND.problem("Only the current session can be described.");
        }
        return stored.describe(person, browser, address);
    }

    /** Ends one session: its tokens are refused, its pages close. */
    Uni<Void> end(TokenIdentity person, String session) {
        if (session.equals(CURRENT)) {
            String sid = person.life().sid();
            return sid == null
                    ? Uni.createFrom().failure(ErrorCode.SESSION_NOT_FOUND.problem())
                    : end(person.issuer(), sid);
        }
        return of(person)
                .chain(sessions -> sessions.stream()
                        .filter(candidate -> candidate.id().toString().equals(session))
                        .findFirst()
                        .map(found -> end(found.issuer(), found.sid()))
                        .orElseThrow(ErrorCode.SESSION_NOT_FOUND::problem));
    }

    /** Ends all sessions but the one that asks. */
    Uni<Void> endOthers(TokenIdentity person) {
        return of(person)
                .chain(sessions -> Multi.createFrom()
                        .iterable(sessions)
                        .filter(session -> !isCurrent(session, person))
                        .onItem()
                        .transformToUniAndConcatenate(session -> end(session.issuer(), session.sid()))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    static boolean isCurrent(Session session, TokenIdentity person) {
        return session.issuer().equals(person.issuer())
                && session.sid().equals(person.life().sid());
    }

    private Uni<Void> end(String issuer, String sid) {
        Instant now = clock.instant();
        return ended.end(new Ended.Name(issuer, Ended.Scope.SESSION, sid), null, now)
                .replaceWithVoid();
    }

    private static Session session(Row row) {
        return new Session(
                row.getUUID("id"),
                row.getString("issuer"),
                row.getString("sid"),
                row.getOffsetDateTime("signed_in_at").toInstant(),
                row.getOffsetDateTime("last_seen_at").toInstant(),
                row.getString("client"),
                row.getString("browser"),
                row.getString("address"));
    }
}
