package io.tidewatch.identity.decision;

import io.tidewatch.identity.decision.Ended.Name;
import io.tidewatch.identity.decision.Ended.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a logout token asks for (OpenID Connect Back-Channel Logout 1.0, section 2.6), once its signature, issuer and
 * audience have been verified.
 */
public final class LogoutClaims {

    /** The member of {@code events} that makes a token a logout token. */
    public static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** How old a token may be. Providers send it at once; a few minutes allow for their retries. */
    public static final Duration MAX_AGE = Duration.ofMinutes(5);

    /** How far the clocks of provider and backend may differ. */
    public static final Duration SKEW = Duration.ofSeconds(60);

    private LogoutClaims() {}

    /** The answer: what to end, or why the token is refused. */
    public sealed interface Decision {
        /** Obey: end this; {@code jti} must not have been seen before. */
        record Obey(Name name, String jti, Instant issuedAt) implements Decision {}

        /** Refuse, for this reason. */
        record Refuse(String reason) implements Decision {}
    }

    /** Decides by the claims as JSON gives them. */
    public static Decision decide(String issuer, Map<String, Object> claims, Instant now) {
        if (!(claims.get("events") instanceof Map<?, ?> events) || !(events.get(EVENT) instanceof Map<?, ?>)) {
            return new Decision.Refuse("no logout event");
        }
        if (claims.containsKey("nonce")) {
            return new Decision.Refuse("a nonce, which only ID tokens have");
        }
        Optional<String> jti = text(claims.get("jti"));
        if (jti.isEmpty()) {
            return new Decision.Refuse("no jti");
        }
        if (!(claims.get("iat") instanceof Number seconds)) {
            return new Decision.Refuse("no iat");
        }
        Instant issuedAt = Instant.ofEpochSecond(seconds.longValue());
        if (issuedAt.isBefore(now.minus(MAX_AGE)) || issuedAt.isAfter(now.plus(SKEW))) {
            return new Decision.Refuse("issued at another time");
        }
        if (claims.get("exp") instanceof Number end
                && !now.isBefore(Instant.ofEpochSecond(end.longValue()).plus(SKEW))) {
            return new Decision.Refuse("expired");
        }
        Optional<Name> name = text(claims.get("sid"))
                .map(sid -> new Name(issuer, Scope.SESSION, sid))
                .or(() -> text(claims.get("sub")).map(subject -> new Name(issuer, Scope.SUBJECT, subject)));
        return name.<Decision>map(found -> new Decision.Obey(found, jti.get(), issuedAt))
                .orElseGet(() -> new Decision.Refuse("neither sid nor sub"));
    }

    private static Optional<String> text(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
