package io.tidewatch.ingestion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters.
 *
 * @param ids only these; empty for all
 * @param reason code of the reason, null for all
 * @param kind only of this kind, null for all
 * @param state {@code open}, {@code replayed}, {@code discarded} or {@code all}
 * @param from received from this time on
 * @param to received before this time
 */
record DeadLetterFilter(
        List<String> ids, @Nullable String reason, @Nullable EventKind kind, String state, Instant from, Instant to) {

    static final String OPEN = "open";

    DeadLetterFilter {
        ids = List.copyOf(ids);
    }
}
