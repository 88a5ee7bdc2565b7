package io.tidewatch.sdk.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param status HTTP status
 * @param body text of the body; empty if {@code truncated}
 * @param truncated whether the body was longer than this client is willing to hold
 * @param retryAfter the header of that name, or null
 */
public record Answer(
        int status,
        String body,
        boolean truncated,
        @Nullable String retryAfter) {

    /** Whether the status is 2xx. */
    public boolean successful() {
        return status >= 200 && status < 300;
    }
}
