package io.tidewatch.ingestion;

import java.util.concurrent.CompletableFuture;

/** A request that waits to be written. */
sealed interface EventWork {

    /** Memory it takes, about. */
    long bytes();

    /** Number of events. */
    int rows();

    /** Tells the request that nothing of it is certain to be kept. */
    void fail(Throwable failure);

    /** Predictions. */
    record Predictions(PredictionBatch batch, CompletableFuture<AppendResult> done) implements EventWork {
        private static final int BESIDE_ROW = 64;

        @Override
        public long bytes() {
            return batch.rows().size() + (long) BESIDE_ROW * batch.size();
        }

        @Override
        public int rows() {
            return batch.size();
        }

        @Override
        public void fail(Throwable failure) {
            done.completeExceptionally(failure);
        }
    }

    /** Ground truth. */
    record Truths(GroundTruthBatch batch, CompletableFuture<Void> done) implements EventWork {
        private static final int PER_ROW = 200;

        @Override
        public long bytes() {
            return (long) PER_ROW * rows();
        }

        @Override
        public int rows() {
            return batch.truths().size();
        }

        @Override
        public void fail(Throwable failure) {
            done.completeExceptionally(failure);
        }
    }
}
