package io.tidewatch.ingestion;

import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds keys that are used for two different requests. That a request with a key counts once does not depend on this
 * memory: the ids of its events follow from the key.
 */
@ApplicationScoped
class IdempotencyKeys {

    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final int MAX_KEYS = 20_000;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Clock clock;
    private final Map<Key, Use> uses = new LinkedHashMap<>();

    IdempotencyKeys(Clock clock) {
        this.clock = clock;
    }

    /**
     * Checks the form of a key.
     *
     * @throws io.tidewatch.platform.problem.ProblemException {@code invalid-request}
     */
    static void check(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw ErrorCode.INVALID_REQUEST.problem(
                    "The header Idempotency-Key must have 1 to 255 visible ASCII characters.");
        }
    }

    /**
     * Notes the use of a key.
     *
     * @param content digest of the body
     * @throws io.tidewatch.platform.problem.ProblemException {@code idempotency-key-reused} if it was used for another body
     */
    synchronized void use(OrganizationId organization, ModelId model, EventKind kind, String key, String content) {
        Instant now = clock.instant();
        removeOld(now);
        Use earlier = uses.putIfAbsent(new Key(organization, model, kind, key), new Use(content, now));
        if (earlier != null && !earlier.content().equals(content)) {
            throw ErrorCode.IDEMPOTENCY_KEY_REUSED.problem();
        }
    }

    private void removeOld(Instant now) {
        Iterator<Use> oldestFirst = uses.values().iterator();
        while (oldestFirst.hasNext()) {
            Use use = oldestFirst.next();
            if (uses.size() < MAX_KEYS && use.at().plus(REMEMBERED).isAfter(now)) {
                return;
            }
            oldestFirst.remove();
        }
    }

    private record Key(OrganizationId organization, ModelId model, EventKind kind, String key) {}

    private record Use(String content, Instant at) {}
}
