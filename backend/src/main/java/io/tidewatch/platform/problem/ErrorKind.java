package io.tidewatch.platform.problem;

/** Whose turn it is after an error; decides how loudly it is logged. */
public enum ErrorKind {
    /** The request can't be answered as it is; the client must change it. Logged at DEBUG. */
    USER,
    /** The request was fine, but the thing it changes is in another state by now. Logged at DEBUG. */
    CONFLICT,
    /** Too much or too fast; the client may come back later. Logged at DEBUG. */
    QUOTA,
    /** A system that we depend on doesn't answer; retrying helps. Logged at WARN. */
    EXTERNAL,
    /** Our own fault. Logged at ERROR with the stack trace. */
    INTERNAL
}
