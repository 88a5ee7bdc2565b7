package io.tidewatch.ingestion;

import java.util.Locale;

/** Why a single event of a batch is rejected. The code on the wire is the name in kebab case. */
enum EventError {
    /** The line is not JSON, or nested too deeply. */
    MALFORMED_JSON,
    /** A part that every event needs, or a required feature, is absent or null. */
    MISSING_FIELD,
    /** A value has another JSON type than its field. */
    WRONG_TYPE,
    /** A number is outside of what its field can hold. */
    OUT_OF_RANGE,
    /** A name holds characters that its field does not allow, or is empty. */
    INVALID_VALUE,
    /** The model has no version of this name. */
    UNKNOWN_VERSION,
    /** The version does not declare this class. */
    UNKNOWN_CLASS,
    /** Events have no such field. */
    UNKNOWN_FIELD,
    /** The same name occurs twice in one object. */
    DUPLICATE_FIELD,
    /** A time is too far in the past or in the future. */
    TIME_OUT_OF_RANGE,
    /** A prediction with this id and other content is already known. */
    CONFLICTING_PREDICTION,
    /** The id is empty, too long or holds control characters. */
    INVALID_ID,
    /** Text with half of a surrogate pair can't be stored as UTF-8. */
    INVALID_TEXT,
    /** A text is longer than its field allows. */
    VALUE_TOO_LONG,
    /** More features than one event may have. */
    TOO_MANY_FEATURES,
    /** More segments than one event may have. */
    TOO_MANY_SEGMENTS,
    /** An embedding has another length than its feature declares. */
    WRONG_DIMENSION,
    /** The event is about an entity that was erased, and occurred before that. */
    ERASED_ENTITY;

    /** The code as clients see it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
