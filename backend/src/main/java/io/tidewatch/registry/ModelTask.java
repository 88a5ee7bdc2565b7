package io.tidewatch.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of answer a model gives; decides which parts a prediction has and which metrics measure it. */
public enum ModelTask {
    /** One of two classes, usually with the probability of the positive one. */
    @JsonProperty("binary")
    BINARY,
    /** One of several classes. */
    @JsonProperty("multiclass")
    MULTICLASS,
    /** A number. */
    @JsonProperty("regression")
    REGRESSION;

    /** True if the truth is a class, false if it is a number. */
    public boolean isClassification() {
        return this != REGRESSION;
    }
}
