package io.tidewatch.identity.decision;

import java.time.Instant;

/**
 * Something that has ended.
 *
 * @param endedAt tokens of a subject that were issued until then are refused; for a session, when it was
 * @param keptUntil no access token of before lives longer
 */
public record Ended(Name name, Instant endedAt, Instant keptUntil) {

    /** Whether one session ended, or every session of a person until then. */
    public enum Scope {
        /** The session with this id. */
        SESSION,
        /** All sessions of this subject. */
        SUBJECT
    }

    /**
     * What ended.
     *
     * @param issuer who says so, and who gave the name
     * @param name id of the session, or the subject
     */
    public record Name(String issuer, Scope scope, String name) {}
}
