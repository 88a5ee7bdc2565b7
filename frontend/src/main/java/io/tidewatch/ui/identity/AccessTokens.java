package io.tidewatch.ui.identity;

import io.tidewatch.ui.identity.Signed.AccessToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads when a token ends. Its signature was verified before; here only the end matters, to keep the newest of several. */
final class AccessTokens {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AccessTokens() {}

    /** The token with its end; an opaque token counts as over at once, so that any other is preferred. */
    static AccessToken parse(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length == 3) {
            try {
                JsonNode claims =
                        JSON.readTree(Base64.getUrlDecoder().decode(parts[1].getBytes(StandardCharsets.US_ASCII)));
                return new AccessToken(
                        token, Instant.ofEpochSecond(claims.path("exp").asLong(0)));
            } catch (IllegalArgumentException | JacksonException notJwt) {
                return new AccessToken(token, Instant.EPOCH);
            }
        }
        return new AccessToken(token, Instant.EPOCH);
    }
}
