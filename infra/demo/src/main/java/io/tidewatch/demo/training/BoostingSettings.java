package io.tidewatch.demo.training;

/** Settings of the gradient-boosted trees, the same for all models: small enough to train in seconds. */
final class BoostingSettings {
    static final int TREES = 80;
    static final int MAX_DEPTH = 6;
    static final double LEARNING_RATE = 0.1;
    static final double MIN_LOSS_REDUCTION = 0;
    static final double MIN_CHILD_WEIGHT = 20;
    static final double ROW_SHARE = 0.8;
    static final double FEATURE_SHARE = 0.8;
    static final double L2 = 1;
    static final double L1 = 0;

    /** One, because the threads of XGBoost spin while they wait for each other, which is slow where the cores are busy. */
    static final int THREADS = 1;

    static final long SEED = 7;

    private BoostingSettings() {}

    /** Everything that changes a trained model, for the key of the cache. */
    static String describe() {
        return "trees %d depth %d rate %s child %s rows %s features %s seed %d"
                .formatted(TREES, MAX_DEPTH, LEARNING_RATE, MIN_CHILD_WEIGHT, ROW_SHARE, FEATURE_SHARE, SEED);
    }
}
