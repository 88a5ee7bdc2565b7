package io.tidewatch.ingestion;

import io.tidewatch.platform.clickhouse.Row;
import io.tidewatch.registry.ModelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is kept, and what was done about it.
 *
 * @param kind name of the kind of event
 * @param payload the event as JSON; empty where it was not asked for
 * @param resolution {@code replayed} or {@code discarded}; null as long as it is open
 */
record StoredDeadLetter(
        DeadLetterId id,
        ModelId model,
        Instant receivedAt,
        String kind,
        String reason,
        String detail,
        long payloadBytes,
        String payload,
        @Nullable String resolution,
        @Nullable Instant resolvedAt) {

    static StoredDeadLetter of(Row row) {
        long resolvedAt = row.int64("resolvedAtMillis");
        return new StoredDeadLetter(
                new DeadLetterId(Long.parseUnsignedLong(row.string("batchId")), row.int64("eventIndex")),
                new ModelId(row.uuid("modelId")),
                Instant.ofEpochMilli(row.int64("receivedAtMillis")),
                row.string("kind"),
                row.string("reason"),
                row.string("detail"),
                row.int64("payloadBytes"),
                row.string("payload"),
                resolvedAt == 0 ? null : row.string("resolution"),
                resolvedAt == 0 ? null : Instant.ofEpochMilli(resolvedAt));
    }
}
