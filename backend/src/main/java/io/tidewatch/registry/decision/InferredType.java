package io.tidewatch.registry.decision;

/** Type of a feature as its values suggest it. */
public enum InferredType {
    /** A number. */
    FLOAT64,
    /** A whole number. */
    INT64,
    /** True or false. */
    BOOLEAN,
    /** One of a limited number of names. */
    CATEGORY,
    /** Free text. */
    TEXT,
    /** A point in time. */
    TIMESTAMP,
    /** A vector of one length. */
    EMBEDDING
}
