package io.tidewatch.platform.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an API key may do. */
public enum Scope {
    /** Write predictions and ground truth. */
    @JsonProperty("ingest")
    INGEST,
    /** Read models and everything computed about them. */
    @JsonProperty("read")
    READ,
    /** Register models and versions, pin baselines. */
    @JsonProperty("manage")
    MANAGE
}
