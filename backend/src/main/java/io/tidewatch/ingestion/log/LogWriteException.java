package io.tidewatch.ingestion.log;

import java.io.Serial;

/** The disk did not take an entry; it is not in the log. */
public final class LogWriteException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    LogWriteException(String message, Throwable cause) {
        super(message, cause);
    }
}
