package io.tidewatch.ingestion;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.profile.RowBuffer;
import io.tidewatch.registry.ModelId;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.UUID;

/**
 * The good predictions of one request, already in the binary form of the event store: one buffer of rows, and beside it
 * what must be known of each row to find repetitions.
 */
final class PredictionBatch {

    private final OrganizationId organization;
    private final ModelId model;
    private final Instant modelCreatedAt;
    private final RowBuffer rows;

    private int size;
    private int[] ends = new int[16];
    private int[] eventIndexes = new int[16];
    private UUID[] ids = new UUID[16];
    private long[] hashes = new long[16];
    private long[] occurredAtMicros = new long[16];
    private final BitSet generated = new BitSet();

    PredictionBatch(OrganizationId organization, ModelId model, Instant modelCreatedAt, int expectedBytes) {
        this.organization = organization;
        this.model = model;
        this.modelCreatedAt = modelCreatedAt;
        this.rows = new RowBuffer(expectedBytes);
    }

    OrganizationId organization() {
        return organization;
    }

    ModelId model() {
        return model;
    }

    /** When the model was registered. */
    Instant modelCreatedAt() {
        return modelCreatedAt;
    }

    /** Number of rows. */
    int size() {
        return size;
    }

    /** The rows, one behind the other, each closed by {@link #add}. */
    RowBuffer rows() {
        return rows;
    }

    /** Closes the row that was written last. */
    void add(int eventIndex, UUID id, boolean idGenerated, long hash, long occurredAt) {
        if (size == ends.length) {
            grow();
        }
        ends[size] = rows.size();
        eventIndexes[size] = eventIndex;
        ids[size] = id;
        hashes[size] = hash;
        occurredAtMicros[size] = occurredAt;
        generated.set(size, idGenerated);
        size++;
    }

    int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    int end(int row) {
        return ends[row];
    }

    /** Place of the row's event in the request. */
    int eventIndex(int row) {
        return eventIndexes[row];
    }

    UUID id(int row) {
        return ids[row];
    }

    /** True if the id was made here, so that no other event can have it. */
    boolean isGenerated(int row) {
        return generated.get(row);
    }

    /** True if at least one id was made here. */
    boolean hasGeneratedIds() {
        return !generated.isEmpty();
    }

    /** Hash of what the client sent for this event. */
    long hash(int row) {
        return hashes[row];
    }

    long occurredAtMicros(int row) {
        return occurredAtMicros[row];
    }

    private void grow() {
        int capacity = size * 2;
        ends = Arrays.copyOf(ends, capacity);
        eventIndexes = Arrays.copyOf(eventIndexes, capacity);
        ids = Arrays.copyOf(ids, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        occurredAtMicros = Arrays.copyOf(occurredAtMicros, capacity);
    }
}
