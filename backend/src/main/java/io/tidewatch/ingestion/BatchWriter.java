package io.tidewatch.ingestion;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Stores batches of the log, one after the other. Blocks until a batch is stored. */
final class BatchWriter {

    private final StorePatience patience;
    private final CarefulInserter inserter;
    private final PredictionStep predictions;
    private final TruthStep truths;

    BatchWriter(
            IngestionQueries queries,
            Tombstones tombstones,
            DeadLetterPayloads payloads,
            PredictionStep.Forgetter forgetter,
            RandomGenerator random) {
        this.patience = new StorePatience(random);
        this.inserter = new CarefulInserter(queries, patience);
        this.predictions = new PredictionStep(queries, patience, inserter, tombstones, payloads, forgetter);
        this.truths = new TruthStep(queries, patience, inserter, tombstones, payloads);
    }

    /**
     * Stores a batch.
     *
     * @param again whether some of it may have been stored by an earlier run
     * @return what became of its events
     */
    Settlements write(LogBatch batch, boolean again) {
        Settlements settlements = new Settlements();
        predictions.run(batch.predictions(), again, settlements);
        // After the predictions, so that ground truth finds those that came with it.
        truths.run(batch.truths(), settlements);
        return settlements;
    }

    StorePatience patience() {
        return patience;
    }

    /** Why nothing is stored although the store answers; null if all is well. */
    @Nullable
    String halt() {
        return inserter.halt();
    }
}
