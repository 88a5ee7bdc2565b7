package io.tidewatch.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.ui.identity.Signed.AccessToken;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/models", "/models/m?range=7d", "/models/a%2Fb"})
    void signInReturnsToThePageThatWasWanted(String path) {
        assertThat(Pages.safeReturn(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "models",
                "/signin?to=/",
                "/signin/partner",
                "/signed-out?reason=idle",
                "/logout",
                "/a\r\nSet-Cookie: x"
            })
    void signInNeverLeadsAwayFromTheApplication(String path) {
        assertThat(Pages.safeReturn(path)).isEqualTo("/");
    }

    @Test
    void theTokenThatLastsLongestWins() {
        Signed signed = signed(new AccessToken("first", Instant.ofEpochSecond(100)));

        signed.offer(new AccessToken("older", Instant.ofEpochSecond(50)));
        assertThat(signed.bearer()).isEqualTo("first");

        signed.offer(new AccessToken("newer", Instant.ofEpochSecond(200)));
        assertThat(signed.bearer()).isEqualTo("newer");
        assertThat(signed.isExpired(Clock.fixed(Instant.ofEpochSecond(199), ZoneOffset.UTC)))
                .isFalse();
        assertThat(signed.isExpired(Clock.fixed(Instant.ofEpochSecond(200), ZoneOffset.UTC)))
                .isTrue();
    }

    @Test
    void tokensNeverShowUpInText() {
        AccessToken token = new AccessToken("secret", Instant.EPOCH);

        assertThat(token.toString()).doesNotContain("secret");
        assertThat(signed(token).toString()).doesNotContain("secret");
    }

    @Test
    void theEndOfATokenIsReadFromIt() {
        assertThat(AccessTokens.parse(jwt("{\"exp\":1700000000}")).expiresAt())
                .isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(AccessTokens.parse("opaque").expiresAt()).isEqualTo(Instant.EPOCH);
        assertThat(AccessTokens.parse("a.%%%.c").expiresAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void theSessionIdIsReadFromALogoutMessage() {
        assertThat(LogoutTokens.parse(jwt("{\"iss\":\"https://a\",\"sid\":\"abc\"}")))
                .contains(new LogoutTokens.LogoutToken("https://a", "abc"));
        assertThat(LogoutTokens.parse(jwt("{}"))).isEmpty();
        assertThat(LogoutTokens.parse(jwt("not json"))).isEmpty();
        assertThat(LogoutTokens.parse(null)).isEmpty();
    }

    private static Signed signed(AccessToken token) {
        SignInFacts facts = new SignInFacts("https://issuer.example", "subject", "sid", null, Instant.EPOCH);
        return new Signed(facts, "Name", token, Instant.EPOCH);
    }

    private static String jwt(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "e30." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }
}
