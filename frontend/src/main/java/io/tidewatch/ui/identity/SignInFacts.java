package io.tidewatch.ui.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about one sign-in.
 *
 * @param issuer the provider
 * @param subject whom it knows the person as
 * @param sid its id of the session, or null if it has none
 * @param signedInAt when the person proved who they are, or null if it doesn't say
 * @param issuedAt when the first token seen here was issued
 */
record SignInFacts(
        String issuer,
        String subject,
        @Nullable String sid,
        @Nullable Instant signedInAt,
        Instant issuedAt) {

    /** Whether this is the same sign-in of the same person, whatever its tokens. */
    boolean isSameAs(SignInFacts other) {
        return issuer.equals(other.issuer)
                && subject.equals(other.subject)
                && java.util.Objects.equals(sid, other.sid)
                && java.util.Objects.equals(signedInAt, other.signedInAt);
    }
}
