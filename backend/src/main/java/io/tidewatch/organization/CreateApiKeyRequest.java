package io.tidewatch.organization;

import io.tidewatch.platform.security.Scope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new API key.
 *
 * @param team key of the team that it acts for
 * @param expiresAt from when on it is refused; absent: never
 */
record CreateApiKeyRequest(
        @NotBlank @Size(max = 200) String name,
        @NotBlank String team,
        @NotEmpty Set<@NotNull Scope> scopes,
        @Nullable Instant expiresAt) {}
