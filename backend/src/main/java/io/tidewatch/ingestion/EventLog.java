package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;

/**
 * Takes over responsibility for events. What a returned Uni has confirmed is durable and will be found by every later
 * read; a failure means that the sender keeps the responsibility and sends again.
 */
interface EventLog {

    /**
     * Keeps predictions. Repetitions are recognized, whether they come in one batch, in parallel or after years.
     *
     * @return what became of each row; fails with {@code ingestion-overloaded} or {@code event-store-unavailable}
     */
    Uni<AppendResult> append(PredictionBatch batch);

    /**
     * Keeps ground truth, also where its prediction is not known yet: it waits and is joined when the prediction comes.
     *
     * @return completes when it is durable; fails as {@link #append(PredictionBatch)} does
     */
    Uni<Void> append(GroundTruthBatch batch);
}
