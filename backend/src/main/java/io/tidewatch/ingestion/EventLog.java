package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;

/**
 * Takes over responsibility for events. What a returned Uni has confirmed is durable, and will be stored; a failure means
 * that the sender keeps the responsibility and sends again.
 */
interface EventLog {

    /**
     * Keeps predictions. Repetitions within a batch, in parallel or within a day are recognized; later ones are when they
     * are stored.
     *
     * @return what became of each row; fails with {@code ingestion-overloaded} or {@code log-unavailable}
     */
    Uni<AppendResult> append(PredictionBatch batch);

    /**
     * Keeps ground truth, also where its prediction is not known yet: it waits and is joined when the prediction comes.
     *
     * @return fails as {@link #append(PredictionBatch)} does
     */
    Uni<AppendResult> append(GroundTruthBatch batch);

    /** Number of the log, different from that of every other backend. */
    long id();

    /** Completes when everything up to this entry can be read. */
    Uni<Void> stored(long sequence);
}
