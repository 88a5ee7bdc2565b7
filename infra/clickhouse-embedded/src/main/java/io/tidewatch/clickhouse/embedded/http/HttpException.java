package io.tidewatch.clickhouse.embedded.http;

import java.io.IOException;

/** A request that is not acceptable as HTTP; it is answered with the status and the connection is closed. */
public final class HttpException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status HTTP status of the answer
     * @param message text of the answer
     */
    public HttpException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }
}
