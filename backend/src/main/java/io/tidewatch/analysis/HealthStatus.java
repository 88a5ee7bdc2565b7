package io.tidewatch.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tidewatch.health.decision.CheckStatus;

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
    /** No prediction came for longer than the model may be silent: 24 hours, or what somebody chose. */
    @JsonProperty("no-data")
    NO_DATA,
    /** There is nothing to compare with, or too little to tell. */
    @JsonProperty("unknown")
    UNKNOWN;

    static HealthStatus of(CheckStatus status) {
        return switch (status) {
            case OK -> OK;
            case WARNING -> WARNING;
            case CRITICAL -> CRITICAL;
            case NO_DATA -> NO_DATA;
            case UNKNOWN, WAITING -> UNKNOWN;
        };
    }
}
