package io.tidewatch.ingestion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tidewatch.registry.Feature;
import io.tidewatch.registry.FeatureStorage;
import io.tidewatch.registry.PositionedFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the {@code features} object of an event into the slots of its schema. */
final class FeatureReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final double LARGEST_EXACT_INTEGER = 1L << 53;
    private static final float[] NO_VECTOR = {};

    private final EventReader event;

    FeatureReader(EventReader event) {
        this.event = event;
    }

    /**
     * Reads the object; the parser stands on its first token and is left on its last.
     *
     * @return features that the schema does not know, as one JSON object; empty if there are none
     */
    String read(JsonParser parser, FeatureSlots slots) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return "";
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            event.reject(EventError.WRONG_TYPE, "features", "must be an object of feature names and values");
            parser.skipChildren();
            return "";
        }
        Extra extra = null;
        int count = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (++count > event.limits().maxFeatures()) {
                event.reject(
                        EventError.TOO_MANY_FEATURES,
                        "features",
                        "must have at most " + event.limits().maxFeatures() + " features");
            }
            if (event.isRejected()) {
                parser.skipChildren();
                continue;
            }
            int index = slots.schema().indexOf(name);
            if (index < 0) {
                extra = extra == null ? new Extra() : extra;
                extra.add(name, parser);
                continue;
            }
            if (!slots.markNamed(index)) {
                event.reject(EventError.DUPLICATE_FIELD, field(name), "occurs twice");
            }
            value(parser, slots.schema().features().get(index), slots);
        }
        return extra == null ? "" : extra.toJson();
    }

    private void value(JsonParser parser, PositionedFeature feature, FeatureSlots slots) throws IOException {
        int position = feature.position();
        String name = feature.name();
        switch (feature.type()) {
            case FLOAT64 -> slots.setF64(position, number(parser, name));
            case FLOAT32 -> slots.setF32(position, float32(parser, name));
            case INT64 -> slots.setI64(position, integer(parser, name));
            case CATEGORY -> slots.setCategory(position, category(parser, name));
            case BOOLEAN -> slots.setCategory(position, bool(parser, name));
            case TEXT -> slots.setText(position, event.text(parser, field(name), EventLimits.MAX_TEXT));
            case TIMESTAMP -> slots.setI64(position, timestamp(parser, name));
            case EMBEDDING -> slots.setEmbedding(position, embedding(parser, feature.feature()));
        }
    }

    private double number(JsonParser parser, String name) throws IOException {
        // The usual case first: no field name is put together unless a rule is broken.
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getDoubleValue();
        }
        return event.number(parser, field(name));
    }

    private float float32(JsonParser parser, String name) throws IOException {
        double value = number(parser, name);
        if (Double.isFinite(value) && Math.abs(value) > Float.MAX_VALUE) {
            event.reject(EventError.OUT_OF_RANGE, field(name), "is too large for a 32-bit number");
        }
        return (float) value;
    }

    private long integer(JsonParser parser, String name) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> FeatureStorage.MISSING_INTEGER;
            case VALUE_NUMBER_INT -> {
                boolean fits = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
                long value = fits ? parser.getLongValue() : FeatureStorage.MISSING_INTEGER;
                if (value == FeatureStorage.MISSING_INTEGER) {
                    event.reject(EventError.OUT_OF_RANGE, field(name), "must be from -(2^63 - 1) to 2^63 - 1");
                }
                yield value;
            }
            default -> wholeNumber(event.number(parser, field(name)), name);
        };
    }

    private long wholeNumber(double value, String name) {
        if (Double.isNaN(value)) {
            return FeatureStorage.MISSING_INTEGER;
        }
        if (value != Math.rint(value) || Math.abs(value) > LARGEST_EXACT_INTEGER) {
            event.reject(EventError.WRONG_TYPE, field(name), "must be a whole number");
            return FeatureStorage.MISSING_INTEGER;
        }
        return (long) value;
    }

    private @Nullable String category(JsonParser parser, String name) throws IOException {
        return event.label(parser, field(name), EventLimits.MAX_LABEL);
    }

    private @Nullable String bool(JsonParser parser, String name) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            default -> {
                event.reject(EventError.WRONG_TYPE, field(name), "must be true or false");
                parser.skipChildren();
                yield null;
            }
        };
    }

    private long timestamp(JsonParser parser, String name) throws IOException {
        Instant time = event.time(parser, field(name));
        if (time == null) {
            return FeatureStorage.MISSING_INTEGER;
        }
        try {
            return EventTime.micros(time);
        } catch (ArithmeticException e) {
            event.reject(EventError.OUT_OF_RANGE, field(name), "is too far from today");
            return FeatureStorage.MISSING_INTEGER;
        }
    }

    private float[] embedding(JsonParser parser, Feature feature) throws IOException {
        String name = feature.name();
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return NO_VECTOR;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            event.reject(EventError.WRONG_TYPE, field(name), "must be an array of numbers");
            parser.skipChildren();
            return NO_VECTOR;
        }
        int dimension = Objects.requireNonNull(feature.dimension(), "an embedding has a dimension");
        float[] vector = new float[dimension];
        int length = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                event.reject(EventError.WRONG_TYPE, field(name), "must not hold null");
            }
            float value = float32(parser, name);
            if (length < dimension) {
                vector[length] = value;
            }
            length++;
        }
        if (length != dimension) {
            event.reject(
                    EventError.WRONG_DIMENSION, field(name), "must have " + dimension + " numbers, but has " + length);
            return NO_VECTOR;
        }
        return vector;
    }

    private static String field(String name) {
        return "features." + name;
    }

    /** Unknown features of one event. */
    private final class Extra {

        private final StringWriter text = new StringWriter();
        private final JsonGenerator generator;

        Extra() throws IOException {
            generator = JSON.createGenerator(text);
            generator.writeStartObject();
        }

        void add(String name, JsonParser parser) throws IOException {
            generator.writeFieldName(name);
            generator.copyCurrentStructure(parser);
            generator.flush();
            if (text.getBuffer().length() > event.limits().maxExtraLength()) {
                event.reject(
                        EventError.VALUE_TOO_LONG,
                        field(name),
                        "features outside of the schema must have at most "
                                + event.limits().maxExtraLength() + " characters together");
            }
        }

        String toJson() throws IOException {
            generator.writeEndObject();
            generator.close();
            String json = text.toString();
            if (EventReader.hasLoneSurrogate(json)) {
                event.reject(EventError.INVALID_TEXT, "features", "hold half of a surrogate pair");
            }
            return json;
        }
    }
}
