package io.tidewatch.organization;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a member is. */
enum MemberKind {
    /** Somebody who signs in. */
    @JsonProperty("person")
    PERSON,
    /** A program that signs in by itself, by client credentials. */
    @JsonProperty("service")
    SERVICE
}
