package io.tidewatch.sdk.registry;

/** The type of a feature in a version's schema. */
public enum FeatureType {

    /** A number with double precision; the usual choice. */
    FLOAT64("float64"),

    /** A number with single precision: half the storage, coarser statistics. */
    FLOAT32("float32"),

    /** A whole number. */
    INT64("int64"),

    /** One of few texts. */
    CATEGORY("category"),

    /** True or false. */
    BOOLEAN("boolean"),

    /** Free text. */
    TEXT("text"),

    /** A point in time. */
    TIMESTAMP("timestamp"),

    /** A vector of numbers of fixed length. */
    EMBEDDING("embedding");

    private final String wireName;

    FeatureType(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
