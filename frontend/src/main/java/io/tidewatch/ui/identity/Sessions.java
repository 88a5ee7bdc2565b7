package io.tidewatch.ui.identity;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * HTTP sessions by the identity provider's session id, and which of those ids have ended. The identity provider repeats its
 * logout messages, and a browser may still send requests with a valid cookie: ended ids are remembered for a while.
 */
@ApplicationScoped
class Sessions {

    private static final Logger LOG = Logger.getLogger(Sessions.class);
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final Map<String, Set<HttpSession>> bySid = new ConcurrentHashMap<>();
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    void register(@Nullable String sid, HttpSession session) {
        if (sid != null) {
            bySid.computeIfAbsent(sid, key -> ConcurrentHashMap.newKeySet()).add(session);
        }
    }

    boolean hasEnded(@Nullable String sid) {
        return sid != null && ended.containsKey(sid);
    }

    /** Ends every session of a sign-in: open pages leave at once, later requests are anonymous. Safe to repeat. */
    void end(String sid) {
        Instant now = clock.instant();
        ended.values().removeIf(at -> at.plus(REMEMBERED).isBefore(now));
        ended.putIfAbsent(sid, now);
        Set<HttpSession> sessions = bySid.remove(sid);
        if (sessions != null) {
            sessions.forEach(this::close);
        }
    }

    /** Forgets a session that the container has ended by itself. */
    void forget(HttpSession session) {
        bySid.values().forEach(sessions -> sessions.remove(session));
        bySid.values().removeIf(Set::isEmpty);
    }

    private void close(HttpSession session) {
        try {
            for (VaadinSession vaadinSession : VaadinSession.getAllSessions(session)) {
                vaadinSession.accessSynchronously(() -> leave(vaadinSession));
            }
            session.invalidate();
        } catch (IllegalStateException alreadyInvalid) {
            LOG.debugf("Session had ended before: %s", alreadyInvalid.getMessage());
        }
    }

    private static void leave(VaadinSession session) {
        for (UI ui : session.getUIs()) {
            ui.getPage().setLocation("/");
            ui.push();
        }
    }
}
