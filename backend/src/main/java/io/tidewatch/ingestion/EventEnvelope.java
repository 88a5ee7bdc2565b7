package io.tidewatch.ingestion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The outer form of a request: one event object, or an object whose only field is a list of events. Reads the body as a
 * stream; at no time is more than one event held.
 */
final class EventEnvelope {

    /** Deepest nesting that a body may have; an event of the documented form has five levels. */
    static final int MAX_DEPTH = 32;

    private static final int MAX_NAME_LENGTH = 4096;
    private static final int MAX_NUMBER_LENGTH = 400;

    /** How JSON of clients is read. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            // Python's json module writes NaN and Infinity as bare words; each field decides whether it takes them.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private EventEnvelope() {}

    /**
     * Feeds the events of the body to the reader.
     *
     * @param listName name of the field that holds a batch
     * @return true if the body is a batch, false if it is one event
     * @throws com.fasterxml.jackson.core.JacksonException if the body is not JSON or nested too deeply
     * @throws ProblemException {@code validation-failed} if the body is JSON of another form
     */
    static boolean read(InputStream body, String listName, EventReader reader) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrongForm("", "must be an object: one event, or {\"" + listName + "\": [...]}");
            }
            String first = parser.nextFieldName();
            boolean batch = listName.equals(first);
            if (batch) {
                readList(parser, listName, reader);
            } else {
                reader.begin(0);
                readFields(parser, first, reader);
                reader.end();
            }
            if (parser.nextToken() != null) {
                throw wrongForm("", "must end after the first object");
            }
            return batch;
        }
    }

    private static void readList(JsonParser parser, String listName, EventReader reader) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw wrongForm(listName, "must be an array of events");
        }
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            reader.begin(index++);
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                readFields(parser, parser.nextFieldName(), reader);
            } else {
                reader.reject(EventError.WRONG_TYPE, "", "must be an object");
                parser.skipChildren();
            }
            reader.end();
        }
        String more = parser.nextFieldName();
        if (more != null) {
            throw ErrorCode.VALIDATION_FAILED.problem().violation(more, "unknown-field", "is not a field of a batch");
        }
    }

    /** Reads the fields of an object; the parser stands on the first name, which is null if there is none. */
    static void readFields(JsonParser parser, @org.jspecify.annotations.Nullable String firstName, EventReader reader)
            throws IOException {
        String name = firstName;
        while (name != null) {
            parser.nextToken();
            reader.field(parser, name);
            name = parser.nextFieldName();
        }
    }

    private static ProblemException wrongForm(String field, String message) {
        return ErrorCode.VALIDATION_FAILED.problem().violation(field, "wrong-type", message);
    }
}
