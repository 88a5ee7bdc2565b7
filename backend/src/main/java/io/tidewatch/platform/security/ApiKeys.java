package io.tidewatch.platform.security;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.problem.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Checks API keys, with a short memory: what changes elsewhere takes effect here after 5 seconds at most. */
@ApplicationScoped
public class ApiKeys {

    /** How long a looked-up key is trusted. */
    static final Duration CACHE_TIME = Duration.ofSeconds(5);

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MAX_CACHED = 10_000;
    private static final Logger LOG = Logger.getLogger(ApiKeys.class);

    private final ApiKeyDirectory directory;
    private final Clock clock;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();
    private final Map<Use, Instant> noted = new ConcurrentHashMap<>();

    ApiKeys(ApiKeyDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Finds the key that the text is.
     *
     * @return fails with {@code unauthorized} for a malformed or unknown key and a wrong secret alike, with {@code
     *     api-key-revoked} or {@code api-key-expired} for the holder of a key or secret that was valid once
     */
    Uni<ApiKeyRecord> authenticate(String text) {
        Optional<ApiKeyToken> token = ApiKeyToken.parse(text);
        if (token.isEmpty()) {
            return Uni.createFrom().failure(ErrorCode.UNAUTHORIZED.problem());
        }
        String id = token.get().id();
        String hash = token.get().secretHash();
        Cached cached = cache.get(id);
        // A secret that the memory doesn't know may be a new one that another backend made.
        Uni<Optional<ApiKeyRecord>> found = cached != null
                        && cached.until().isAfter(clock.instant())
                        && cached.key().knows(hash)
                ? Uni.createFrom().item(Optional.of(cached.key()))
                : find(id);
        return found.map(key -> check(key, hash)).invoke(key -> noteUse(key, key.isPrevious(hash)));
    }

    /** Forgets a key at once; called where it is changed. */
    public void forget(String id) {
        cache.remove(id);
    }

    private Uni<Optional<ApiKeyRecord>> find(String id) {
        Instant until = clock.instant().plus(CACHE_TIME);
        return directory.find(id).invoke(found -> remember(id, found.orElse(null), until));
    }

    private void remember(String id, @Nullable ApiKeyRecord key, Instant until) {
        if (cache.size() >= MAX_CACHED) {
            cache.clear();
            noted.clear();
        }
        if (key == null) {
            // Unknown ids are not kept: anybody could fill the memory with them.
            cache.remove(id);
        } else {
            cache.put(id, new Cached(key, until));
        }
    }

    private ApiKeyRecord check(Optional<ApiKeyRecord> found, String hash) {
        ApiKeyRecord key = found.filter(stored -> stored.knows(hash)).orElseThrow(ErrorCode.UNAUTHORIZED::problem);
        if (key.revokedAt() != null) {
            throw ErrorCode.API_KEY_REVOKED.problem();
        }
        if (key.expiresAt() != null && !clock.instant().isBefore(key.expiresAt())) {
            throw ErrorCode.API_KEY_EXPIRED.problem();
        }
        if (key.isPrevious(hash)
                && key.previousSecretUntil() != null
                && !clock.instant().isBefore(key.previousSecretUntil())) {
            throw ErrorCode.API_KEY_EXPIRED.problem(
                    "The secret was replaced and its time is over. Use the key's new secret.");
        }
        return key;
    }

    private void noteUse(ApiKeyRecord key, boolean previousSecret) {
        Instant now = clock.instant();
        Use use = new Use(key.id(), previousSecret);
        Instant last = noted.get(use);
        if (last != null && last.plus(USE_NOTED_EVERY).isAfter(now)) {
            return;
        }
        noted.put(use, now);
        directory
                .noteUse(key, previousSecret, now)
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("Use of API key %s could not be noted: %s", key.id(), failure));
    }

    private record Use(String id, boolean previousSecret) {}

    private record Cached(ApiKeyRecord key, Instant until) {}
}
