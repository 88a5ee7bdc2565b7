package io.tidewatch.profile;

import io.tidewatch.registry.FeatureStorage;

/** Where the values of a variable are kept in a stored prediction. */
public enum VariableSource {
    /** Array of 64-bit floating point features. */
    F64,
    /** Array of 32-bit floating point features. */
    F32,
    /** Array of integer features. */
    I64,
    /** Array of categorical features. */
    CAT,
    /** Array of text features. */
    TEXT,
    /** Array of embeddings. */
    EMBEDDING,
    /** The score of a prediction. */
    SCORE,
    /** The class of a prediction. */
    CLASS,
    /** The value of a prediction. */
    VALUE;

    static VariableSource of(FeatureStorage storage) {
        return switch (storage) {
            case F64 -> F64;
            case F32 -> F32;
            case I64 -> I64;
            case CAT -> CAT;
            case TEXT -> TEXT;
            case EMBEDDING -> EMBEDDING;
        };
    }
}
