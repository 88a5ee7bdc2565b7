package io.tidewatch.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a model is. */
enum HealthStatus {
    /** It predicts, and its inputs and outputs look like the baseline. */
    @JsonProperty("ok")
    OK,
    /** Something drifted. */
    @JsonProperty("warning")
    WARNING,
    /** Something drifted far. */
    @JsonProperty("critical")
    CRITICAL,
    /** There was no prediction in the last 24 hours. */
    @JsonProperty("no-data")
    NO_DATA,
    /** There is nothing to compare with, or too little to tell. */
    @JsonProperty("unknown")
    UNKNOWN
}
