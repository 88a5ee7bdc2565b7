package io.tidewatch.sdk;

/** Why something that was recorded will never reach the server. Every loss has exactly one of these. */
public enum DropReason {

    /** The queue held as many events, or as many bytes, as it may. */
    QUEUE_FULL,

    /** It was recorded after {@code close()}, or could not be delivered before {@code close()} ran out of time. */
    CLOSED,

    /** It cannot be sent: no name, a bad id, a null, or a value of an unknown type. */
    INVALID,

    /** Encoded, it alone is larger than an event or a request may be. */
    TOO_LARGE,

    /** The redaction hook failed, and nothing is sent unredacted. */
    REDACTION_FAILED,

    /** The redaction hook answered null: it wants this one not to be sent. */
    WITHHELD_BY_REDACTION,

    /** The server refused this event, or the request it was in, for good; {@link DeliveryStats#rejectedByCode()} says why. */
    REJECTED_BY_SERVER,

    /** The server does not accept the API key, or not for this model. */
    UNAUTHORIZED,

    /** The server failed in a way (such as status 500) after which sending the same again is not known to be safe or useful. */
    SERVER_ERROR,

    /** Retrying went on until the deadline of the batch. */
    RETRY_DEADLINE,

    /** The disk spool lost it: a file was damaged or could not be read. */
    SPOOL_FAILED,

    /** A defect of this library; please report it. */
    INTERNAL_ERROR
}
