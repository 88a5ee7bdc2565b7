package io.tidewatch.registry.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a run was for. */
enum RunKind {
    /** It made a model. */
    @JsonProperty("training")
    TRAINING,
    /** It measured one. */
    @JsonProperty("validation")
    VALIDATION
}
