package io.tidewatch.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Type of a feature as the client declares it. */
public enum FeatureType {
    /** A number with about 16 digits. */
    @JsonProperty("float64")
    FLOAT64(FeatureStorage.F64),
    /** A number with about 7 digits, at half the storage. */
    @JsonProperty("float32")
    FLOAT32(FeatureStorage.F32),
    /** A whole number. */
    @JsonProperty("int64")
    INT64(FeatureStorage.I64),
    /** One of a limited number of names. */
    @JsonProperty("category")
    CATEGORY(FeatureStorage.CAT),
    /** True or false; kept as the category of that name. */
    @JsonProperty("boolean")
    BOOLEAN(FeatureStorage.CAT),
    /** Free text. */
    @JsonProperty("text")
    TEXT(FeatureStorage.TEXT),
    /** A point in time, kept in microseconds since 1970. */
    @JsonProperty("timestamp")
    TIMESTAMP(FeatureStorage.I64),
    /** A vector of a fixed dimension. */
    @JsonProperty("embedding")
    EMBEDDING(FeatureStorage.EMBEDDING);

    private final FeatureStorage storage;

    FeatureType(FeatureStorage storage) {
        this.storage = storage;
    }

    /** Where values of this type are kept. */
    public FeatureStorage storage() {
        return storage;
    }

    /** True if distributions of this type compare as numbers. */
    public boolean isNumeric() {
        return this == FLOAT64 || this == FLOAT32 || this == INT64;
    }

    /** True if distributions of this type compare as categories. */
    public boolean isCategorical() {
        return this == CATEGORY || this == BOOLEAN;
    }
}
