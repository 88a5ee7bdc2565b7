package io.tidewatch.ingestion;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tidewatch.registry.decision.FeatureEvidence;
import io.tidewatch.registry.decision.VersionEvidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at prediction events without reading them: which versions they name, and what their features look like. */
final class EvidenceReader extends EventReader {

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+-]{0,63}");
    private static final int MAX_VERSIONS = 20;

    private final Map<String, VersionEvidence> byVersion = new LinkedHashMap<>();
    private final List<Seen> features = new ArrayList<>();
    private @Nullable String version;
    private @Nullable String answer;
    private double score = Double.NaN;
    private boolean hasPrediction;

    EvidenceReader(EventLimits limits) {
        super(limits);
    }

    /** What was seen, by name of the version. */
    Map<String, VersionEvidence> byVersion() {
        return byVersion;
    }

    @Override
    void beginEvent() {
        features.clear();
        version = null;
        answer = null;
        score = Double.NaN;
        hasPrediction = false;
    }

    @Override
    void readField(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "version" -> version = label(parser, name, EventLimits.MAX_NAME);
            case "occurredAt" -> timeInRange(parser, name);
            case "features" -> readFeatures(parser);
            case "prediction" -> readPrediction(parser);
            default -> parser.skipChildren();
        }
    }

    private void readFeatures(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            Consumer<FeatureEvidence> value = value(parser);
            if (features.size() >= limits().maxFeatures()) {
                reject(EventError.TOO_MANY_FEATURES, "features", "");
            } else if (value != null) {
                features.add(new Seen(name, value));
            }
        }
    }

    /** What a value is evidence of; null for a missing one. */
    private static @Nullable Consumer<FeatureEvidence> value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> FeatureEvidence::addBoolean;
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? FeatureEvidence::addFractional
                        : FeatureEvidence::addWhole;
            case VALUE_NUMBER_FLOAT -> FeatureEvidence::addFractional;
            case VALUE_STRING -> string(parser.getText());
            case START_ARRAY -> vector(parser);
            default -> {
                parser.skipChildren();
                yield FeatureEvidence::addOther;
            }
        };
    }

    private static Consumer<FeatureEvidence> string(String text) {
        return switch (text) {
            case "NaN", "Infinity", "-Infinity" -> FeatureEvidence::addFractional;
            default -> {
                boolean isTime = EventTime.parse(text) != null;
                yield evidence -> evidence.addString(text, isTime);
            }
        };
    }

    private static Consumer<FeatureEvidence> vector(JsonParser parser) throws IOException {
        int length = 0;
        boolean numbers = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            numbers &= token.isNumeric();
            parser.skipChildren();
            length++;
        }
        int dimension = length;
        return numbers && length > 0 ? evidence -> evidence.addVector(dimension) : FeatureEvidence::addOther;
    }

    private void readPrediction(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        hasPrediction = true;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "score" -> score = numberBetween(parser, "prediction.score", 0, 1, "");
                case "class" -> answer = label(parser, "prediction.class", EventLimits.MAX_LABEL);
                default -> parser.skipChildren();
            }
        }
    }

    /** An event that will be refused anyway is evidence of nothing. */
    @Override
    void endEvent() {
        String name = version;
        if (name == null || !hasPrediction || !VERSION.matcher(name).matches()) {
            return;
        }
        VersionEvidence evidence = byVersion.get(name);
        if (evidence == null) {
            if (byVersion.size() >= MAX_VERSIONS) {
                return;
            }
            evidence = new VersionEvidence(limits().maxFeatures());
            byVersion.put(name, evidence);
        }
        for (Seen feature : features) {
            FeatureEvidence known = evidence.feature(feature.name());
            if (known != null) {
                feature.value().accept(known);
            }
        }
        if (answer != null && !answer.isEmpty()) {
            evidence.addAnswer(answer, score);
        }
    }

    private record Seen(String name, Consumer<FeatureEvidence> value) {}
}
