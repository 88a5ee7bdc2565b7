package io.tidewatch.registry.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a run ended. Runs are logged when they have ended. */
enum RunStatus {
    /** It did what it was for. */
    @JsonProperty("succeeded")
    SUCCEEDED,
    /** It broke off; what it logged until then is kept. */
    @JsonProperty("failed")
    FAILED
}
