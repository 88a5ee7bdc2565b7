package io.tidewatch.ingestion.log;

import java.io.Serial;

/** The log holds as much as it may; nothing was appended. */
public final class LogFullException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long bytes;

    LogFullException(long bytes) {
        super("The log holds " + bytes + " bytes");
        this.bytes = bytes;
    }

    /** Bytes that wait to be stored. */
    public long bytes() {
        return bytes;
    }
}
