package io.tidewatch.retention;

/**
 * How long the events of a model are kept.
 *
 * @param days 7, 30, 90 or 400
 * @param source whose setting it is
 */
public record Retention(int days, Source source) {

    /** Whose setting is in force. */
    public enum Source {
        /** The model's own. */
        MODEL,
        /** That of the organization. */
        ORGANIZATION,
        /** That of the server's configuration. */
        SERVER
    }
}
