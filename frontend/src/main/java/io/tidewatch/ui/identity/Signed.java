package io.tidewatch.ui.identity;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The person behind one HTTP session. Views capture it on the request thread and hand it to background threads, where no
 * request exists; each request (the heartbeat too) offers the newest access token to it.
 */
public final class Signed implements Principal {

    private static final String ATTRIBUTE = Signed.class.getName();

    private final SignInFacts facts;
    private final String displayName;
    private final Instant boundAt;
    private final Map<Class<?>, Object> attachments = new ConcurrentHashMap<>();

    private AccessToken token;
    private volatile Instant activeAt;
    private volatile @Nullable Place place;

    Signed(SignInFacts facts, String displayName, AccessToken token, Instant now) {
        this.facts = facts;
        this.displayName = displayName;
        this.token = token;
        this.boundAt = now;
        this.activeAt = now;
    }

    /** The person of the current Vaadin session; fails where nobody is signed in, which access control rules out. */
    public static Signed current() {
        VaadinSession session = VaadinSession.getCurrent();
        Signed signed = session == null ? null : (Signed) session.getSession().getAttribute(ATTRIBUTE);
        if (signed == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return signed;
    }

    /** The person of an HTTP session; null for one that has ended, be it in this moment. */
    static @Nullable Signed of(@Nullable HttpSession session) {
        try {
            return session == null ? null : (Signed) session.getAttribute(ATTRIBUTE);
        } catch (IllegalStateException ended) {
            return null;
        }
    }

    static @Nullable Signed of(@Nullable VaadinSession session) {
        try {
            return session == null || session.getSession() == null
                    ? null
                    : (Signed) session.getSession().getAttribute(ATTRIBUTE);
        } catch (IllegalStateException ended) {
            return null;
        }
    }

    void bindTo(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** Keeps whichever token lasts longer: requests of several tabs may arrive in any order. */
    synchronized void offer(AccessToken offered) {
        if (offered.expiresAt().isAfter(token.expiresAt())) {
            token = offered;
        }
    }

    /** The bearer token to call the backend with. */
    public synchronized String bearer() {
        return token.value();
    }

    /** Whether the token is over, so that a call with it cannot succeed. */
    public synchronized boolean isExpired(Clock clock) {
        return !clock.instant().isBefore(token.expiresAt());
    }

    /** Notes where the newest request came from. */
    void from(Place newest) {
        place = newest;
    }

    /** Where the newest request came from, null before the first. */
    public @Nullable Place place() {
        return place;
    }

    /** Something that lives as long as this sign-in, made on first use. */
    public <T> T attachment(Class<T> type, java.util.function.Supplier<T> factory) {
        return type.cast(attachments.computeIfAbsent(type, key -> factory.get()));
    }

    /** The subject the identity provider knows this person by. */
    public String subject() {
        return facts.subject();
    }

    /** The provider's id of this sign-in, which access tokens and other browsers know it by; null if it has none. */
    public @Nullable String sid() {
        return facts.sid();
    }

    SignInFacts facts() {
        return facts;
    }

    /** Notes that the person did something. */
    void active(Instant now) {
        activeAt = now;
    }

    /** When the person did something last. */
    Instant activeAt() {
        return activeAt;
    }

    /** When the person signed in, or came here first if the provider doesn't say. */
    Instant startedAt() {
        Instant signedInAt = facts.signedInAt();
        return signedInAt == null ? boundAt : signedInAt;
    }

    /** The person's name as the identity provider gives it, to greet with before the backend has answered. */
    @Override
    public String getName() {
        return displayName;
    }

    @Override
    public String toString() {
        return "Signed[" + facts.subject() + "]";
    }

    /**
     * Where a request came from.
     *
     * @param address the other end of the connection
     * @param forwardedFor what proxies in front said, null without any
     * @param userAgent what the browser calls itself, null if it does not say
     */
    public record Place(
            String address,
            @Nullable String forwardedFor,
            @Nullable String userAgent) {}

    /** An access token and when it ends. */
    record AccessToken(String value, Instant expiresAt) {

        @Override
        public String toString() {
            return "AccessToken[expiresAt=" + expiresAt + "]";
        }
    }
}
