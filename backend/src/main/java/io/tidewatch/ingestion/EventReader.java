package io.tidewatch.ingestion;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Receives the fields of one event after the other, and keeps the first broken rule of each. A reader goes on reading
 * after a broken rule, so that the answer can name the event's id wherever it stands.
 */
abstract class EventReader {

    private static final char FIRST_SURROGATE = Character.MIN_SURROGATE;

    private final List<EventViolation> violations = new ArrayList<>();
    private final EventLimits limits;

    private int index;
    private int count;
    private @Nullable EventError error;
    private String errorField = "";
    private String errorDetail = "";
    private @Nullable String clientId;
    private final Set<String> seen = new HashSet<>();

    EventReader(EventLimits limits) {
        this.limits = limits;
    }

    /** Starts an event. */
    final void begin(int eventIndex) {
        index = eventIndex;
        count = eventIndex + 1;
        error = null;
        clientId = null;
        seen.clear();
        beginEvent();
    }

    /** Reads one field; the parser stands on the first token of the value and is left on its last. */
    final void field(JsonParser parser, String name) throws IOException {
        if (seen.add(name)) {
            readField(parser, name);
        } else {
            reject(EventError.DUPLICATE_FIELD, name, "occurs twice");
            parser.skipChildren();
        }
    }

    abstract void readField(JsonParser parser, String name) throws IOException;

    /** Ends the event: keeps it if no rule was broken. */
    final void end() {
        if (error == null) {
            endEvent();
        }
        if (error != null) {
            violations.add(new EventViolation(index, error, errorField, errorDetail, clientId));
        }
    }

    abstract void beginEvent();

    /** Checks what can be checked only now, and keeps the event. */
    abstract void endEvent();

    /** Notes a broken rule; only the first of an event counts. */
    final void reject(EventError rule, String field, String detail) {
        if (error == null) {
            error = rule;
            errorField = field;
            errorDetail = detail;
        }
    }

    final boolean isRejected() {
        return error != null;
    }

    /** Events that were not kept, in order. */
    final List<EventViolation> violations() {
        return violations;
    }

    /** Number of events seen. */
    final int count() {
        return count;
    }

    final int index() {
        return index;
    }

    final EventLimits limits() {
        return limits;
    }

    final @Nullable String clientId() {
        return clientId;
    }

    /** Reads a field that no event has. */
    final void unknownField(JsonParser parser, String field) throws IOException {
        reject(EventError.UNKNOWN_FIELD, field, "is not a field of this event");
        parser.skipChildren();
    }

    final void readClientId(JsonParser parser) throws IOException {
        String id = text(parser, "predictionId", PredictionIds.MAX_LENGTH);
        if (id == null) {
            return;
        }
        if (id.isEmpty() || id.chars().anyMatch(Character::isISOControl)) {
            reject(
                    EventError.INVALID_ID,
                    "predictionId",
                    "must have 1 to 128 characters, none of them a control character");
            return;
        }
        clientId = id;
    }

    /** Reads a string, or null for JSON null and for anything that breaks a rule. */
    final @Nullable String text(JsonParser parser, String field, int maxLength) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            reject(EventError.WRONG_TYPE, field, "must be a string");
            parser.skipChildren();
            return null;
        }
        return checked(parser, field, maxLength);
    }

    /** Reads a name: a string, a whole number or a boolean, because languages without enums send classes as these. */
    final @Nullable String label(JsonParser parser, String field, int maxLength) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_TRUE, VALUE_FALSE -> checked(parser, field, maxLength);
            default -> {
                reject(EventError.WRONG_TYPE, field, "must be a string, a whole number or a boolean");
                parser.skipChildren();
                yield null;
            }
        };
    }

    private @Nullable String checked(JsonParser parser, String field, int maxLength) throws IOException {
        if (parser.getTextLength() > maxLength) {
            reject(EventError.VALUE_TOO_LONG, field, "must have at most " + maxLength + " characters");
            return null;
        }
        String text = parser.getText();
        if (hasLoneSurrogate(text)) {
            reject(EventError.INVALID_TEXT, field, "holds half of a surrogate pair");
            return null;
        }
        return text;
    }

    /** Reads a boolean; null is false. */
    final boolean flag(JsonParser parser, String field) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> {
                reject(EventError.WRONG_TYPE, field, "must be true or false");
                parser.skipChildren();
                yield false;
            }
        };
    }

    /** Reads a time, or null for JSON null and for anything that breaks a rule. */
    final @Nullable Instant time(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        Instant time = parser.currentToken() == JsonToken.VALUE_STRING ? EventTime.parse(parser.getText()) : null;
        if (time == null) {
            reject(EventError.WRONG_TYPE, field, "must be an RFC 3339 time such as 2026-03-01T12:00:00Z");
            parser.skipChildren();
        }
        return time;
    }

    /** Reads a time that must be within the range in which events are accepted. */
    final @Nullable Instant timeInRange(JsonParser parser, String field) throws IOException {
        Instant time = time(parser, field);
        if (time != null && (time.isBefore(limits.earliest()) || time.isAfter(limits.latest()))) {
            reject(EventError.TIME_OUT_OF_RANGE, field, "must be from " + limits.earliest() + " to " + limits.latest());
            return null;
        }
        return time;
    }

    /** Reads a number that may be NaN for "missing": the words NaN, Infinity and -Infinity count as numbers. */
    final double number(JsonParser parser, String field) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Double.NaN;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                double value = parser.getDoubleValue();
                if (Double.isInfinite(value) && Character.isDigit(lastCharacter(parser))) {
                    reject(EventError.OUT_OF_RANGE, field, "is too large for a 64-bit number");
                }
                yield value;
            }
            case VALUE_STRING ->
                switch (parser.getText()) {
                    case "NaN" -> Double.NaN;
                    case "Infinity" -> Double.POSITIVE_INFINITY;
                    case "-Infinity" -> Double.NEGATIVE_INFINITY;
                    default -> notANumber(parser, field);
                };
            default -> notANumber(parser, field);
        };
    }

    private double notANumber(JsonParser parser, String field) throws IOException {
        reject(EventError.WRONG_TYPE, field, "must be a number");
        parser.skipChildren();
        return Double.NaN;
    }

    /** Reads a finite number within limits, or NaN for null and for anything that breaks a rule. */
    final double numberBetween(JsonParser parser, String field, double min, double max, String rule)
            throws IOException {
        double value = number(parser, field);
        if (value < min || value > max || Double.isInfinite(value)) {
            reject(EventError.OUT_OF_RANGE, field, rule);
            return Double.NaN;
        }
        return value;
    }

    private static char lastCharacter(JsonParser parser) throws IOException {
        String text = parser.getText();
        return text.charAt(text.length() - 1);
    }

    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_SURROGATE && c <= Character.MAX_SURROGATE) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
