package io.tidewatch.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tidewatch.analysis.stats.verdict.VerdictStatus;

/** What a drift verdict comes to, the worst last. */
enum DriftStatus {
    /** The baseline has no values to compare with. */
    @JsonProperty("no-baseline")
    NO_BASELINE,
    /** The windows are too small to have seen a change. */
    @JsonProperty("not-enough-data")
    NOT_ENOUGH_DATA,
    /** No change of a size that matters. */
    @JsonProperty("ok")
    OK,
    /** A sure change above the warning limit. */
    @JsonProperty("warning")
    WARNING,
    /** A sure change above the critical limit. */
    @JsonProperty("critical")
    CRITICAL;

    static DriftStatus of(VerdictStatus status) {
        return switch (status) {
            case OK -> OK;
            case WARNING -> WARNING;
            case CRITICAL -> CRITICAL;
            case NOT_ENOUGH_DATA -> NOT_ENOUGH_DATA;
        };
    }

    boolean isDrift() {
        return this == WARNING || this == CRITICAL;
    }
}
