package io.tidewatch.ingestion;

import io.tidewatch.platform.limit.RateLimiter.State;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The header fields RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers): what the limits are, and what
 * is left of them.
 *
 * @param policy value of RateLimit-Policy; empty if there is no limit
 * @param limit value of RateLimit; empty if there is no limit
 */
record RateHeaders(String policy, String limit) {

    static RateHeaders of(List<State> states) {
        return new RateHeaders(
                states.stream().map(RateHeaders::policy).collect(Collectors.joining(", ")),
                states.stream().map(RateHeaders::limit).collect(Collectors.joining(", ")));
    }

    /** Hands over the fields that are to be sent. */
    void forEach(BiConsumer<String, String> field) {
        if (!policy.isEmpty()) {
            field.accept("RateLimit-Policy", policy);
            field.accept("RateLimit", limit);
        }
    }

    private static String policy(State state) {
        String name = state.claim().policy();
        return "\"%s\";q=%d;qu=\"%s\";w=%d"
                .formatted(
                        name,
                        state.claim().rate().burst(),
                        name.endsWith("bytes") ? "content-bytes" : "events",
                        state.claim().rate().windowSeconds());
    }

    private static String limit(State state) {
        long seconds = Math.ceilDiv(state.untilFull().toMillis(), 1_000);
        return "\"%s\";r=%d;t=%d".formatted(state.claim().policy(), state.remaining(), seconds);
    }
}
