package io.tidewatch.load;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the backend.
 *
 * @param status of HTTP
 * @param body missing if it is not JSON
 * @param retryAfter seconds, 0 if the answer does not say
 * @param stored whether the backend says that the events can be read
 */
public record Reply(int status, JsonNode body, long retryAfter, boolean stored) {

    /** True if the events are the backend's responsibility now. */
    public boolean isAccepted() {
        return status == 202;
    }
}
