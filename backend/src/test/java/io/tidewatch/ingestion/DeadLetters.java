package io.tidewatch.ingestion;

import io.tidewatch.test.EventStore;
import java.util.concurrent.atomic.AtomicLong;

/** Dead letters as the writer leaves them. */
final class DeadLetters {

    private static final AtomicLong BATCHES = new AtomicLong(1L << 40);

    private DeadLetters() {}

    /** Writes one of now and returns its id. */
    static String insert(String organizationId, String modelId, String kind, String payload) {
        long batch = BATCHES.incrementAndGet();
        EventStore.run(
                "INSERT INTO dead_letter (organization_id, model_id, received_at, batch_id, event_index, kind, reason,"
                        + " detail, payload) VALUES ('" + organizationId + "', '" + modelId + "', now64(3), " + batch
                        + ", 3, '"
                        + kind + "', 'refused-by-store', 'made by a test', '"
                        + payload.replace("\\", "\\\\").replace("'", "\\'")
                        + "')");
        return batch + "-3";
    }
}
