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
    private final BitSet unique = new BitSet();
    private boolean idsMade;

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
    void add(int eventIndex, UUID id, IdOrigin origin, long hash, long occurredAt) {
        if (size == ends.length) {
            grow();
        }
        ends[size] = rows.size();
        eventIndexes[size] = eventIndex;
        ids[size] = id;
        hashes[size] = hash;
        occurredAtMicros[size] = occurredAt;
        unique.set(size, origin == IdOrigin.RANDOM);
        idsMade |= origin != IdOrigin.CLIENT;
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

    /** True if no other event can have the row's id. */
    boolean isUnique(int row) {
        return unique.get(row);
    }

    /** True if at least one id was made here. */
    boolean hasGeneratedIds() {
        return idsMade;
    }

    /** Hash of what the client sent for this event. */
    long hash(int row) {
        return hashes[row];
    }

    long occurredAtMicros(int row) {
        return occurredAtMicros[row];
    }

    /** Where an id comes from. */
    enum IdOrigin {
        /** From the client. */
        CLIENT,
        /** Made here from the key of the request, the same when it is sent again. */
        REQUEST,
        /** Made here, never again. */
        RANDOM
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
