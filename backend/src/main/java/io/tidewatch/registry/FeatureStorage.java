package io.tidewatch.registry;

/** The positional array of a stored prediction that holds a feature. */
public enum FeatureStorage {
    /** 64-bit floating point; NaN is missing. */
    F64,
    /** 32-bit floating point; NaN is missing. */
    F32,
    /** 64-bit integers; {@link #MISSING_INTEGER} is missing. */
    I64,
    /** Categories. */
    CAT,
    /** Free text. */
    TEXT,
    /** Vectors; an empty one is missing. */
    EMBEDDING;

    /** Stands for "missing" in {@link #I64}, and is therefore the one integer that can't be stored. */
    public static final long MISSING_INTEGER = Long.MIN_VALUE;
}
