package io.tidewatch.platform.clickhouse;

import java.io.Serial;

/** The server refused an insert because of its rows: sending them again will not help. Nothing of it was stored. */
public final class RefusedRowsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String detail;

    RefusedRowsException(String detail, Throwable cause) {
        super(detail, cause);
        this.detail = detail;
    }

    /** What the server says. */
    public String detail() {
        return detail;
    }
}
