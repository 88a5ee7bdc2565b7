package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The API keys of the teams that the person administers. */
@ApplicationScoped
public class ApiKeys {

    /** More keys than this nobody reads one by one. */
    private static final int MOST_PAGES = 20;

    private final Backend backend;

    /** API keys behind this door. */
    public ApiKeys(Backend backend) {
        this.backend = backend;
    }

    /** All keys. */
    public List<ApiKey> all(Caller caller) {
        return Page.all(
                MOST_PAGES,
                cursor -> backend.<Page<ApiKey>>get(
                        caller,
                        Query.path("/api-keys").with("limit", 200).with("cursor", cursor),
                        new TypeReference<>() {}));
    }

    /** Makes a key; the answer holds its secret this one time. */
    public Created create(Caller caller, NewApiKey key) {
        return backend.post(caller, Query.path("/api-keys"), key, Created.class);
    }

    /** Gives a key a new secret; the one before goes on working for the overlap. */
    public Created rotate(Caller caller, String id, Duration overlap) {
        return backend.post(
                caller, Query.path("/api-keys/{}/rotations", id), Map.of("overlap", overlap.toString()), Created.class);
    }

    /** Refuses the secret before the current one from now on. */
    public void endPreviousSecret(Caller caller, String id) {
        backend.delete(caller, Query.path("/api-keys/{}/previous-secret", id));
    }

    /** Refuses a key from now on. */
    public void revoke(Caller caller, String id) {
        backend.delete(caller, Query.path("/api-keys/{}", id));
    }

    /** Limits a key below the limits of the organization. */
    public ApiKey limit(Caller caller, String id, ApiKey.Limits limits) {
        return backend.put(caller, Query.path("/api-keys/{}/limits", id), limits, ApiKey.class);
    }

    /** A key to make. */
    public record NewApiKey(
            String name,
            String team,
            Set<String> scopes,
            @Nullable Instant expiresAt) {}

    /** A key with its secret. */
    public record Created(
            String id, String name, String key, @Nullable Instant previousSecretUntil) {}
}
