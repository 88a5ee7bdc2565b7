package io.tidewatch.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Colour scheme of the web application. */
enum Theme {
    /** That of the operating system. */
    @JsonProperty("system")
    SYSTEM,
    /** Light. */
    @JsonProperty("light")
    LIGHT,
    /** Dark. */
    @JsonProperty("dark")
    DARK
}
