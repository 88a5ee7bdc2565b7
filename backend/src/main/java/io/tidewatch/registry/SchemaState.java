package io.tidewatch.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the schema of a version comes from, and whether it can still change. */
public enum SchemaState {
    /** Registered by the client; never changes. */
    @JsonProperty("declared")
    DECLARED,
    /** Inferred from the events that arrived; grows with them until a person confirms or corrects it. */
    @JsonProperty("inferred")
    INFERRED,
    /** Inferred, then confirmed or corrected by a person; never changes. */
    @JsonProperty("confirmed")
    CONFIRMED
}
