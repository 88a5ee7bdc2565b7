package io.tidewatch.ingestion;

import io.tidewatch.registry.ModelId;

/**
 * Where the acknowledged events of one kind of a model are. Always: accepted = pending + stored + deadLettered.
 *
 * @param accepted acknowledged, repetitions not counted
 * @param pending durable in the write-ahead log, not yet in the event store
 * @param stored in the event store
 * @param deadLettered refused by the event store, kept among the dead letters
 */
public record ModelAccount(
        ModelId model, EventKind kind, long accepted, long pending, long stored, long deadLettered) {}
