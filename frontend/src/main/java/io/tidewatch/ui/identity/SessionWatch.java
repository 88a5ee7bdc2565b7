package io.tidewatch.ui.identity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends sessions by themselves: every two seconds those that lasted or rested too long, and those that ended elsewhere, at
 * the provider or through another replica.
 */
@ApplicationScoped
class SessionWatch {

    private static final Logger LOG = Logger.getLogger(SessionWatch.class);
    private static final long EVERY_SECONDS = 2;
    /** Sessions to ask about at once. */
    private static final int BATCH = 2_000;

    private final Sessions sessions;
    private final SessionBackend backend;
    private final SessionLimits limits;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("session-watch").factory());

    SessionWatch(Sessions sessions, SessionBackend backend, SignInConfig config) {
        this.sessions = sessions;
        this.backend = backend;
        this.limits = new SessionLimits(config.idle(), config.longest());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it lasts as long as the server
    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void look() {
        try {
            List<Signed> all = sessions.signed();
            Instant now = clock.instant();
            all.forEach(signed -> limits.check(signed.startedAt(), signed.activeAt(), now)
                    .ifPresent(reason -> timeOut(signed, reason)));
            for (int from = 0; from < all.size(); from += BATCH) {
                ask(all.subList(from, Math.min(all.size(), from + BATCH)));
            }
        } catch (RuntimeException failure) {
            // A timer stops for good at the first exception.
            LOG.warn("Ended sessions are looked for again soon", failure);
        }
    }

    /** Its tokens end with the pages. */
    private void timeOut(Signed signed, EndReason reason) {
        String sid = signed.sid();
        if (sid != null) {
            Thread.ofVirtual().name("end-session").start(() -> backend.end(signed.bearer()));
            sessions.end(signed.facts().issuer(), sid, reason);
        }
    }

    private void ask(List<Signed> batch) {
        Set<String> ended = backend.ended(batch.stream()
                .map(SessionWatch::held)
                .filter(held -> !held.sid().isEmpty())
                .toList());
        batch.stream()
                .map(SessionWatch::held)
                .filter(held -> ended.contains(held.sid()))
                .forEach(held -> sessions.end(held.issuer(), held.sid(), EndReason.ENDED));
    }

    private static SessionBackend.Held held(Signed signed) {
        SignInFacts facts = signed.facts();
        String sid = facts.sid();
        return new SessionBackend.Held(
                facts.issuer(), sid == null ? "" : sid, facts.subject(), facts.signedInAt(), facts.issuedAt());
    }
}
