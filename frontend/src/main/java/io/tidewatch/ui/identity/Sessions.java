package io.tidewatch.ui.identity;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * HTTP sessions by the sign-in that they belong to, and which sign-ins have ended. A provider repeats its logout messages,
 * and a browser may still send requests with a valid cookie: what ended is remembered for a while.
 */
@ApplicationScoped
public class Sessions {

    private static final Logger LOG = Logger.getLogger(Sessions.class);
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final Map<Key, Set<HttpSession>> bySignIn = new ConcurrentHashMap<>();
    private final Map<Key, End> ended = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    Sessions() {}

    /** The page is on its way to sign out by itself; it needs no notice that its session has ended. */
    public static void leaving(UI ui) {
        ComponentUtil.setData(ui, Leaving.class, new Leaving());
    }

    void register(Signed signed, HttpSession session) {
        key(signed.facts())
                .ifPresent(key -> bySignIn.computeIfAbsent(key, ignored -> ConcurrentHashMap.newKeySet())
                        .add(session));
    }

    /** Why this sign-in has ended, if it has. Who signs in anew may get the same session id again, with a later time. */
    Optional<EndReason> ended(SignInFacts facts) {
        return key(facts)
                .map(ended::get)
                .filter(end -> facts.signedInAt() == null || !facts.signedInAt().isAfter(end.at()))
                .map(End::reason);
    }

    /** The people behind all sessions. */
    List<Signed> signed() {
        List<Signed> all = new ArrayList<>();
        bySignIn.values()
                .forEach(sessions -> sessions.stream()
                        .flatMap(session -> Stream.ofNullable(Signed.of(session)))
                        .forEach(all::add));
        return all;
    }

    /** Ends every session of a sign-in: open pages leave at once, later requests are anonymous. Safe to repeat. */
    void end(String issuer, String sid, EndReason reason) {
        Instant now = clock.instant();
        ended.values().removeIf(end -> end.at().plus(REMEMBERED).isBefore(now));
        Key key = new Key(issuer, sid);
        ended.put(key, new End(now, reason));
        Set<HttpSession> sessions = bySignIn.remove(key);
        if (sessions != null) {
            sessions.forEach(session -> close(session, reason));
        }
    }

    /** Forgets a session that the container has ended by itself. */
    void forget(HttpSession session) {
        bySignIn.values().forEach(sessions -> sessions.remove(session));
        bySignIn.values().removeIf(Set::isEmpty);
    }

    private static Optional<Key> key(SignInFacts facts) {
        String sid = facts.sid();
        return sid == null ? Optional.empty() : Optional.of(new Key(facts.issuer(), sid));
    }

    private static void close(HttpSession session, EndReason reason) {
        try {
            for (VaadinSession vaadinSession : VaadinSession.getAllSessions(session)) {
                vaadinSession.accessSynchronously(() -> leave(vaadinSession, reason));
            }
            session.invalidate();
        } catch (IllegalStateException alreadyInvalid) {
            LOG.debugf("Session had ended before: %s", alreadyInvalid.getMessage());
        }
    }

    private static void leave(VaadinSession session, EndReason reason) {
        for (UI ui : session.getUIs()) {
            if (ComponentUtil.getData(ui, Leaving.class) == null) {
                ui.getPage()
                        .executeJs(
                                "window.location.href = $0 + encodeURIComponent(location.pathname + location.search)",
                                Pages.signedOut(reason, ""));
                ui.push();
            }
        }
    }

    private record Key(String issuer, String sid) {}

    private record End(Instant at, EndReason reason) {}

    private record Leaving() {}
}
