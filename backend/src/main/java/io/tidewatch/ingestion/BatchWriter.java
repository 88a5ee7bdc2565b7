package io.tidewatch.ingestion;

import io.tidewatch.profile.FeatureRollups;
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
            FeatureRollups rollups,
            PredictionStep.Forgetter forgetter,
            RandomGenerator random) {
        this.patience = new StorePatience(random);
        this.inserter = new CarefulInserter(queries, patience);
        this.predictions = new PredictionStep(
                queries,
                patience,
                inserter,
                new RollupStep(queries, rollups, patience),
                tombstones,
                payloads,
                forgetter);
        this.truths = new TruthStep(queries, patience, inserter, tombstones, payloads);
    }

    /**
     * Stores a batch.
     *
     * @param log number of the log that it comes from
     * @param again whether some of it may have been stored by an earlier run
     * @return what became of its events
     */
    Settlements write(LogBatch batch, long log, boolean again) {
        Settlements settlements = new Settlements();
        predictions.run(batch.predictions(), log, again, settlements);
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
