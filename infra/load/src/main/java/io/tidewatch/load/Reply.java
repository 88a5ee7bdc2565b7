package io.tidewatch.load;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the backend.
 *
 * @param status of HTTP
 * @param body missing if it is not JSON
 * @param stored whether the backend says that the events can be read
 */
public record Reply(int status, JsonNode body, boolean stored) {

    /** True if the events are the backend's responsibility now. */
    public boolean isAccepted() {
        return status == 202;
    }
}
