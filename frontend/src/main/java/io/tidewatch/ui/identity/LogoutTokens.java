package io.tidewatch.ui.identity;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads which session a logout token ends, once the backend has verified it. */
final class LogoutTokens {

    private LogoutTokens() {}

    /** Empty for a token without a session id, which ends all sessions of a person: the backend tells which these are. */
    static Optional<LogoutToken> parse(@Nullable String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode claims =
                    JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
            String issuer = claims.path("iss").asString("");
            String sid = claims.path("sid").asString("");
            return sid.isEmpty() || issuer.isEmpty() ? Optional.empty() : Optional.of(new LogoutToken(issuer, sid));
        } catch (IllegalArgumentException | JacksonException notJwt) {
            return Optional.empty();
        }
    }

    /** What matters of a logout token. */
    record LogoutToken(String issuer, String sid) {}
}
