package io.tidewatch.platform.security;

/** What an API key may do. */
public enum Scope {
    /** Write predictions and ground truth. */
    INGEST,
    /** Read models and everything computed about them. */
    READ,
    /** Register models and versions, pin baselines. */
    MANAGE
}
