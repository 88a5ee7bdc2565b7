package io.tidewatch.organization;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The colour of an organization's links and buttons: one of a palette that is readable in light and dark. */
public enum Accent {
    /** The usual one. */
    @JsonProperty("blue")
    BLUE,
    /** Between green and blue. */
    @JsonProperty("teal")
    TEAL,
    /** Between blue and violet. */
    @JsonProperty("indigo")
    INDIGO,
    /** A dark pink. */
    @JsonProperty("plum")
    PLUM,
    /** A reddish brown. */
    @JsonProperty("rust")
    RUST,
    /** No colour. */
    @JsonProperty("graphite")
    GRAPHITE
}
