package io.tidewatch.ingestion;

import io.tidewatch.ingestion.PredictionBatch.IdOrigin;
import io.tidewatch.ingestion.PredictionReader.PredictionEvent;
import io.tidewatch.profile.RowBuffer;
import io.tidewatch.registry.ModelVersion;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes accepted predictions as rows of the table {@code prediction}, in the column order of {@code
 * sql/ingestion/insert-predictions.sql}: identity, content, then what the server adds.
 */
final class PredictionRows {

    /** Bytes at the end of a row that hold retention_days. */
    private static final int RETENTION_BYTES = Short.BYTES;

    private static final int TYPICAL_ROW = 512;

    private final PredictionBatch batch;
    private final PredictionIds ids;
    private final int retentionDays;
    private final @Nullable String idempotencyKey;
    private final MessageDigest sha256;
    private final byte[] digest = new byte[32];

    /**
     * Starts a batch.
     *
     * @param idempotencyKey of the request, null if it has none
     */
    PredictionRows(VersionCatalog catalog, PredictionIds ids, int retentionDays, @Nullable String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
        this.batch = new PredictionBatch(catalog.organization(), catalog.model(), catalog.createdAt(), TYPICAL_ROW);
        this.ids = ids;
        this.retentionDays = retentionDays;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    PredictionBatch batch() {
        return batch;
    }

    /** Offset, from the end of a row, of the eight bytes of its batch id, which is known only when it is sent. */
    static int batchIdOffset(int rowEnd) {
        return rowEnd - RETENTION_BYTES - Long.BYTES;
    }

    void add(int index, PredictionEvent event, ModelVersion version, @Nullable String clientId, Instant receivedAt) {
        Instant occurredAt = event.occurredAt == null ? receivedAt : event.occurredAt;
        UUID id = id(index, clientId, occurredAt);
        long occurredAtMicros = EventTime.micros(occurredAt);
        RowBuffer row = batch.rows();
        row.writeUuid(batch.organization().value());
        row.writeUuid(batch.model().value());
        row.writeUuid(id);
        row.writeString(clientId == null || !PredictionIds.differs(clientId, id) ? "" : clientId);
        row.writeLong(occurredAtMicros);
        int contentStart = row.size();
        writeContent(row, event, version);
        // An event without a time of its own is the same event when it is sent again later.
        long hash = hash(row, contentStart, event.occurredAt == null ? Long.MIN_VALUE : occurredAtMicros);
        row.writeLong(hash);
        row.writeLong(receivedAt.toEpochMilli());
        row.writeLong(0);
        row.writeUInt16(retentionDays);
        batch.add(index, id, origin(clientId), hash, occurredAtMicros);
    }

    private UUID id(int index, @Nullable String clientId, Instant occurredAt) {
        if (clientId != null) {
            return ids.of(clientId);
        }
        return idempotencyKey == null ? ids.generate(occurredAt.toEpochMilli()) : ids.ofRequest(idempotencyKey, index);
    }

    private IdOrigin origin(@Nullable String clientId) {
        if (clientId != null) {
            return IdOrigin.CLIENT;
        }
        return idempotencyKey == null ? IdOrigin.RANDOM : IdOrigin.REQUEST;
    }

    private static void writeContent(RowBuffer row, PredictionEvent event, ModelVersion version) {
        FeatureSlots slots = event.slots;
        if (slots == null) {
            throw new IllegalStateException("An accepted event has a schema");
        }
        row.writeString(version.version());
        row.writeString(event.environment);
        row.writeInt(version.schema().id());
        slots.write(row);
        row.writeDouble(event.score);
        row.writeString(event.predictedClass == null ? "" : event.predictedClass);
        row.writeDouble(event.value);
        row.writeSize(event.scores.size());
        for (Map.Entry<String, Double> score : event.scores.entrySet()) {
            row.writeString(score.getKey());
            row.writeDouble(score.getValue());
        }
        row.writeSize(event.segments.size());
        for (Map.Entry<String, String> segment : event.segments.entrySet()) {
            row.writeString(segment.getKey());
            row.writeString(segment.getValue());
        }
        row.writeDouble(event.latencyMs);
        row.writeString(event.entityId);
        row.writeString(event.traceId);
        row.writeString(event.extra);
    }

    private long hash(RowBuffer row, int from, long explicitTime) {
        sha256.reset();
        sha256.update(row.array(), from, row.size() - from);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            sha256.update((byte) (explicitTime >>> shift));
        }
        try {
            sha256.digest(digest, 0, digest.length);
        } catch (DigestException e) {
            throw new IllegalStateException("A SHA-256 digest has 32 bytes", e);
        }
        return ByteBuffer.wrap(digest).getLong();
    }
}
