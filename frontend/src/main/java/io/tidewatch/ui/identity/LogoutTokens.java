package io.tidewatch.ui.identity;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the session id of a logout token whose signature has been verified by the OIDC extension. */
final class LogoutTokens {

    private LogoutTokens() {}

    static Optional<LogoutToken> parse(@Nullable String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String sid = JsonMapper.shared()
                    .readTree(Base64.getUrlDecoder().decode(parts[1]))
                    .path("sid")
                    .asString("");
            return sid.isEmpty() ? Optional.empty() : Optional.of(new LogoutToken(sid));
        } catch (IllegalArgumentException | JacksonException notJwt) {
            return Optional.empty();
        }
    }

    /** What matters of a logout token. */
    record LogoutToken(String sid) {}
}
