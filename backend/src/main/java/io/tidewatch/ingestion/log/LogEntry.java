package io.tidewatch.ingestion.log;

import java.util.UUID;

/** What is to be appended. An entry without rows waits only for what was appended before it. */
public interface LogEntry {

    /** What the payload is; the log does not care. */
    int kind();

    /** Format of the payload. */
    int version();

    /** Whose it is. */
    UUID organization();

    /** Which model it is about. */
    UUID model();

    /** Number of events; 0 appends nothing. */
    int rows();

    /** The payload; only the first {@link #length()} bytes count. */
    byte[] payload();

    /** Bytes of the payload. */
    int length();

    /** Tells the number under which it will be written, before it is; may change the payload. */
    void stamp(long sequence);

    /** Tells that it is not in the log, and will never be. Called before anybody learns of the failure. */
    void lost();
}
