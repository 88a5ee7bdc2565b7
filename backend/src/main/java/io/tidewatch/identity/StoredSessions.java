package io.tidewatch.identity;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.SessionDirectory;
import io.tidewatch.platform.security.TokenIdentity;
import io.tidewatch.platform.security.TokenLife;
import io.tidewatch.platform.tenancy.Doors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Refuses tokens of ended sessions, and keeps which sessions a person has. */
@ApplicationScoped
class StoredSessions implements SessionDirectory {

    /** How long a session that is not used any more is kept. */
    static final Duration KEPT = Duration.ofDays(30);

    /** How far the clocks of provider and backend may differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MAX_NOTED = 100_000;
    private static final int LONGEST_TEXT = 400;
    private static final Logger LOG = Logger.getLogger(StoredSessions.class);

    private final Doors doors;
    private final EndedSessions ended;
    private final IdentityConfig config;
    private final Clock clock;
    private final Map<Session, Instant> noted = new ConcurrentHashMap<>();

    StoredSessions(Doors doors, EndedSessions ended, IdentityConfig config, Clock clock) {
        this.doors = doors;
        this.ended = ended;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<Void> admit(TokenIdentity token) {
        TokenLife life = token.life();
        if (life.expiresAt().isAfter(life.issuedAt().plus(config.longestTokenLife()))) {
            return Uni.createFrom()
                    .failure(ErrorCode.UNAUTHORIZED.problem(
                            "The access token lives longer than tidewatch.identity.longest-token-life allows."));
        }
        if (life.issuedAt().isAfter(clock.instant().plus(SKEW))) {
            return Uni.createFrom().failure(ErrorCode.UNAUTHORIZED.problem("The access token is of the future."));
        }
        return ended.hasEnded(token)
                .invoke(over -> {
                    if (over) {
                        throw ErrorCode.SESSION_ENDED.problem();
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> note(TokenIdentity token, @Nullable String browser, @Nullable String address) {
        String sid = token.life().sid();
        if (sid == null) {
            return Uni.createFrom().voidItem();
        }
        Session session = new Session(token.issuer(), sid);
        Instant now = clock.instant();
        Instant last = noted.get(session);
        if (last != null && last.plus(NOTED_EVERY).isAfter(now)) {
            return Uni.createFrom().voidItem();
        }
        if (noted.size() >= MAX_NOTED) {
            noted.clear();
        }
        noted.put(session, now);
        return write(token, sid, browser, address, false)
                // That she was here is worth knowing, not worth refusing her.
                .onFailure()
                .invoke(failure -> LOG.warnf("The use of a session could not be noted: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Keeps how the person's own program describes the session: it knows the browser behind it. */
    Uni<Void> describe(TokenIdentity token, @Nullable String browser, @Nullable String address) {
        String sid = token.life().sid();
        return sid == null ? Uni.createFrom().voidItem() : write(token, sid, browser, address, true);
    }

    private Uni<Void> write(
            TokenIdentity token, String sid, @Nullable String browser, @Nullable String address, boolean described) {
        return doors.call(
                        "note_session",
                        Arrays.asList(
                                token.issuer(),
                                sid,
                                UUID.randomUUID(),
                                token.userId(),
                                token.life().begunAt().atOffset(ZoneOffset.UTC),
                                clock.instant().atOffset(ZoneOffset.UTC),
                                token.life().client(),
                                shorten(browser),
                                shorten(address),
                                described),
                        row -> row.getBoolean("noted"))
                .replaceWithVoid();
    }

    private static @Nullable String shorten(@Nullable String text) {
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    @Scheduled(
            every = "PT15M",
            delayed = "PT1M",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "forget-sessions")
    Uni<Void> forget() {
        Instant now = clock.instant();
        return doors.call(
                        "forget_sessions",
                        List.of(now.atOffset(ZoneOffset.UTC), now.minus(KEPT).atOffset(ZoneOffset.UTC)),
                        row -> row.getLong("forgotten"))
                .onFailure()
                .invoke(failure -> LOG.warnf("Old sessions are forgotten later: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private record Session(String issuer, String sid) {}
}
