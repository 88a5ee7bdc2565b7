package io.tidewatch.ui.client;

import io.tidewatch.ui.identity.Signed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds out in which organization a signed-in person acts. Blocks on first use, so it belongs on virtual threads. */
@ApplicationScoped
public class Callers {

    /** A membership that was taken away shows after this at the latest; the backend itself refuses at once. */
    private static final Duration FRESH = Duration.ofSeconds(60);

    private final Organizations organizations;
    private final Clock clock = Clock.systemUTC();

    /** Callers whose memberships come from here. */
    public Callers(Organizations organizations) {
        this.organizations = organizations;
    }

    /** The person with their memberships, at most a minute old. */
    public Me me(Signed signed) {
        return signed.attachment(Membership.class, Membership::new).get(signed);
    }

    /**
     * The caller for an organization, or for the one used last if null. An organization the person does not belong to is
     * {@link Failure.NotHere}; so is having none at all.
     */
    public Caller in(Signed signed, @Nullable String organization) {
        Me me = me(signed);
        Membership membership = signed.attachment(Membership.class, Membership::new);
        String key = organization != null ? organization : membership.lastOrganization(me);
        if (key == null || me.organization(key).isEmpty()) {
            throw new BackendException(new Failure.NotHere(null));
        }
        membership.remember(key);
        return new Caller(signed::bearer, key, () -> origin(signed));
    }

    /** The organization used last, or the first one; null if there is none. */
    public @Nullable String lastOrganization(Signed signed, Me me) {
        return signed.attachment(Membership.class, Membership::new).lastOrganization(me);
    }

    private static @Nullable Origin origin(Signed signed) {
        Signed.Place place = signed.place();
        return place == null ? null : Origin.of(place.address(), place.forwardedFor(), place.userAgent());
    }

    /** What is kept with a sign-in. */
    private final class Membership {

        private @Nullable Me me;
        private Instant readAt = Instant.EPOCH;
        private @Nullable String last;

        synchronized Me get(Signed signed) {
            Instant now = clock.instant();
            if (me == null || readAt.plus(FRESH).isBefore(now)) {
                Caller person = new Caller(signed::bearer, null, () -> origin(signed));
                me = organizations.me(person);
                Personal.of(signed).use(organizations.preferences(person));
                readAt = now;
            }
            return me;
        }

        synchronized void remember(String key) {
            last = key;
        }

        synchronized @Nullable String lastOrganization(Me of) {
            if (last != null && of.organization(last).isPresent()) {
                return last;
            }
            return of.organizations().isEmpty()
                    ? null
                    : of.organizations().getFirst().key();
        }
    }
}
