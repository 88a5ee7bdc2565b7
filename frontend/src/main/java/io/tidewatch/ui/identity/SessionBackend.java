package io.tidewatch.ui.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the sign-in asks of the backend. Calls block; implemented where the backend is spoken to. */
public interface SessionBackend {

    /**
     * Hands on a logout token of a provider.
     *
     * @return the HTTP status: 200 if it was good, 400 if not, 503 if the backend can't tell now
     */
    int logout(String logoutToken);

    /** Which of these sessions have ended, by their sid; empty if the backend can't tell now. */
    Set<String> ended(Collection<Held> sessions);

    /** Tells how the browser of a session names itself and where it is. */
    void describe(String bearer, @Nullable String browser, @Nullable String address);

    /** Ends the session that the token belongs to. */
    void end(String bearer);

    /**
     * A session by everything that can end it.
     *
     * @param signedInAt when the person proved who they are, or null if the provider doesn't say
     * @param issuedAt when its oldest known token was issued
     */
    record Held(
            String issuer,
            String sid,
            String subject,
            @Nullable Instant signedInAt,
            Instant issuedAt) {}
}
