package io.tidewatch.identity.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.identity.decision.Ended.Name;
import io.tidewatch.identity.decision.Ended.Scope;
import io.tidewatch.identity.decision.LogoutClaims.Decision;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of OpenID Connect Back-Channel Logout 1.0, section 2.6, that is not about signature, issuer and audience. */
class LogoutClaimsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Map<String, Object> claims = new HashMap<>(Map.of(
            "events", Map.of(LogoutClaims.EVENT, Map.of()),
            "jti", "token-1",
            "iat", NOW.getEpochSecond(),
            "sid", "session-1",
            "sub", "ada"));

    @Test
    void theSessionEnds() {
        assertThat(decide())
                .isEqualTo(new Decision.Obey(new Name("issuer", Scope.SESSION, "session-1"), "token-1", NOW));
    }

    @Test
    void withoutASessionAllOfTheSubjectEnd() {
        claims.remove("sid");

        assertThat(decide()).isEqualTo(new Decision.Obey(new Name("issuer", Scope.SUBJECT, "ada"), "token-1", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "jti", "iat"})
    void whatEveryLogoutTokenHasMustBeThere(String claim) {
        claims.remove(claim);

        assertThat(decide()).isInstanceOf(Decision.Refuse.class);
    }

    @Test
    void anotherEventIsNoLogout() {
        claims.put("events", Map.of("http://schemas.openid.net/event/other", Map.of()));

        assertThat(decide()).isEqualTo(new Decision.Refuse("no logout event"));
    }

    @Test
    void anIdTokenIsNoLogoutToken() {
        claims.put("nonce", "n");

        assertThat(decide()).isInstanceOf(Decision.Refuse.class);
    }

    @Test
    void somebodyMustBeNamed() {
        claims.remove("sid");
        claims.put("sub", " ");

        assertThat(decide()).isEqualTo(new Decision.Refuse("neither sid nor sub"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 61, 100_000_000_000L})
    void anOldOrFutureTokenIsRefused(long secondsFromNow) {
        claims.put("iat", NOW.getEpochSecond() + secondsFromNow);

        assertThat(decide()).isEqualTo(new Decision.Refuse("issued at another time"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-299, 59})
    void clocksMayDifferALittle(long secondsFromNow) {
        claims.put("iat", NOW.getEpochSecond() + secondsFromNow);

        assertThat(decide()).isInstanceOf(Decision.Obey.class);
    }

    @Test
    void anExpiredTokenIsRefused() {
        claims.put("exp", NOW.getEpochSecond() - 60);

        assertThat(decide()).isEqualTo(new Decision.Refuse("expired"));
    }

    private Decision decide() {
        return LogoutClaims.decide("issuer", claims, NOW);
    }
}
