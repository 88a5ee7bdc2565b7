package io.tidewatch.ingestion;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.tidewatch.registry.ModelVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads prediction events straight into rows of the event store. */
final class PredictionReader extends EventReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+-]*");
    private static final String DEFAULT_ENVIRONMENT = "production";

    private final VersionCatalog catalog;
    private final PredictionRows rows;
    private final FeatureReader featureReader = new FeatureReader(this);
    private final Map<String, FeatureSlots> slotsByVersion = new HashMap<>();

    private @Nullable ModelVersion version;
    private @Nullable TokenBuffer earlyFeatures;
    private final PredictionEvent event = new PredictionEvent();

    PredictionReader(VersionCatalog catalog, PredictionRows rows, EventLimits limits) {
        super(limits);
        this.catalog = catalog;
        this.rows = rows;
    }

    @Override
    void beginEvent() {
        version = null;
        earlyFeatures = null;
        event.clear();
    }

    @Override
    void readField(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "predictionId" -> readClientId(parser);
            case "version" -> readVersion(parser);
            case "occurredAt" -> event.occurredAt = timeInRange(parser, name);
            case "environment" -> readEnvironment(parser);
            case "entityId" -> event.entityId = textOrEmpty(parser, name, EventLimits.MAX_LABEL);
            case "features" -> readFeatures(parser);
            case "prediction" -> readPrediction(parser);
            case "segments" -> readSegments(parser);
            case "latencyMs" ->
                event.latencyMs = numberBetween(parser, name, 0, Double.MAX_VALUE, "must be a finite number from 0");
            case "traceId" -> event.traceId = textOrEmpty(parser, name, EventLimits.MAX_NAME);
            default -> unknownField(parser, name);
        }
    }

    private void readVersion(JsonParser parser) throws IOException {
        String name = label(parser, "version", EventLimits.MAX_NAME);
        if (name == null) {
            return;
        }
        version = catalog.versions().get(name);
        if (version == null) {
            reject(EventError.UNKNOWN_VERSION, "version", "the model has no version '" + name + "'");
            return;
        }
        event.slots = slotsByVersion.computeIfAbsent(name, this::newSlots);
        event.slots.clear();
        if (earlyFeatures != null) {
            JsonParser early = earlyFeatures.asParser();
            early.nextToken();
            event.extra = featureReader.read(early, event.slots);
            earlyFeatures = null;
        }
    }

    private FeatureSlots newSlots(String name) {
        ModelVersion known = catalog.versions().get(name);
        if (known == null) {
            throw new IllegalStateException("Slots are made for known versions only");
        }
        return new FeatureSlots(known.schema());
    }

    private void readEnvironment(JsonParser parser) throws IOException {
        String name = text(parser, "environment", EventLimits.MAX_NAME);
        if (name == null) {
            return;
        }
        if (!NAME.matcher(name).matches()) {
            reject(EventError.INVALID_VALUE, "environment", "must be letters, digits and ._:/+-");
        }
        event.environment = name;
    }

    private String textOrEmpty(JsonParser parser, String field, int maxLength) throws IOException {
        String text = text(parser, field, maxLength);
        return text == null ? "" : text;
    }

    private void readFeatures(JsonParser parser) throws IOException {
        event.hasFeatures = parser.currentToken() != JsonToken.VALUE_NULL;
        if (isRejected()) {
            parser.skipChildren();
        } else if (event.slots != null) {
            event.extra = featureReader.read(parser, event.slots);
        } else {
            // The schema is not known before the version is: keep this one object until then.
            earlyFeatures = new TokenBuffer(null, false);
            earlyFeatures.copyCurrentStructure(parser);
        }
    }

    private void readPrediction(JsonParser parser) throws IOException {
        if (!isObject(parser, "prediction")) {
            return;
        }
        event.hasPrediction = true;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "score" -> event.score = numberBetween(parser, "prediction.score", 0, 1, "must be from 0 to 1");
                case "class" -> event.predictedClass = label(parser, "prediction.class", EventLimits.MAX_LABEL);
                case "value" ->
                    event.value = numberBetween(
                            parser, "prediction.value", -Double.MAX_VALUE, Double.MAX_VALUE, "must be a finite number");
                case "scores" -> readScores(parser);
                default -> unknownField(parser, "prediction." + name);
            }
        }
    }

    private void readScores(JsonParser parser) throws IOException {
        if (!isObject(parser, "prediction.scores")) {
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            String field = "prediction.scores." + name;
            double score = numberBetween(parser, field, 0, 1, "must be from 0 to 1");
            if (checkName(name, field, EventLimits.MAX_LABEL) && event.scores.put(name, score) != null) {
                reject(EventError.DUPLICATE_FIELD, field, "occurs twice");
            }
        }
        if (event.scores.size() > EventLimits.MAX_CLASS_SCORES) {
            reject(
                    EventError.OUT_OF_RANGE,
                    "prediction.scores",
                    "must have at most " + EventLimits.MAX_CLASS_SCORES + " classes");
        }
    }

    private void readSegments(JsonParser parser) throws IOException {
        if (!isObject(parser, "segments")) {
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            String field = "segments." + name;
            String value = label(parser, field, EventLimits.MAX_LABEL);
            if (value != null
                    && checkName(name, field, EventLimits.MAX_NAME)
                    && event.segments.put(name, value) != null) {
                reject(EventError.DUPLICATE_FIELD, field, "occurs twice");
            }
        }
        if (event.segments.size() > EventLimits.MAX_SEGMENTS) {
            reject(
                    EventError.TOO_MANY_SEGMENTS,
                    "segments",
                    "must have at most " + EventLimits.MAX_SEGMENTS + " segments");
        }
    }

    /** True if the value is an object; null counts as absent. */
    private boolean isObject(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            reject(EventError.WRONG_TYPE, field, "must be an object");
            parser.skipChildren();
        }
        return false;
    }

    private boolean checkName(String name, String field, int maxLength) {
        if (name.isEmpty() || name.length() > maxLength) {
            reject(EventError.VALUE_TOO_LONG, field, "names must have 1 to " + maxLength + " characters");
            return false;
        }
        if (hasLoneSurrogate(name)) {
            reject(EventError.INVALID_TEXT, field, "holds half of a surrogate pair");
            return false;
        }
        return true;
    }

    @Override
    void endEvent() {
        ModelVersion known = version;
        if (known == null || event.slots == null) {
            reject(EventError.MISSING_FIELD, "version", "is required");
            return;
        }
        checkFeatures();
        checkPrediction(known);
        checkErased();
        if (!isRejected()) {
            rows.add(index(), event, known, clientId(), limits().receivedAt());
        }
    }

    private void checkFeatures() {
        String missing = event.slots == null ? null : event.slots.firstMissingRequired();
        if (missing != null) {
            reject(
                    EventError.MISSING_FIELD,
                    event.hasFeatures ? "features." + missing : "features",
                    event.hasFeatures ? "is required and must not be null" : "is required");
        }
    }

    private void checkErased() {
        ErasedEntities erased = limits().erased();
        if (erased.isEmpty()) {
            return;
        }
        Instant occurredAt = event.occurredAt == null ? limits().receivedAt() : event.occurredAt;
        if (erased.covers(event.entityId, occurredAt, limits().receivedAt())) {
            reject(EventError.ERASED_ENTITY, "entityId", "was erased after this event occurred");
        }
    }

    private void checkPrediction(ModelVersion known) {
        if (!event.hasPrediction) {
            reject(EventError.MISSING_FIELD, "prediction", "is required");
            return;
        }
        boolean hasClass = event.predictedClass != null && !event.predictedClass.isEmpty();
        boolean hasScore = !Double.isNaN(event.score);
        boolean hasValue = !Double.isNaN(event.value);
        switch (catalog.task()) {
            case BINARY -> {
                refuse(hasValue, "value");
                if (!hasScore && !hasClass) {
                    reject(EventError.MISSING_FIELD, "prediction.score", "a score or a class is required");
                }
            }
            case MULTICLASS -> {
                refuse(hasValue, "value");
                if (!hasClass) {
                    reject(EventError.MISSING_FIELD, "prediction.class", "is required");
                }
            }
            case REGRESSION -> {
                refuse(hasClass, "class");
                refuse(hasScore, "score");
                refuse(!event.scores.isEmpty(), "scores");
                if (!hasValue) {
                    reject(EventError.MISSING_FIELD, "prediction.value", "is required");
                }
            }
        }
        if (hasClass) {
            checkClass(known, String.valueOf(event.predictedClass), "prediction.class");
        }
        for (String name : event.scores.keySet()) {
            checkClass(known, name, "prediction.scores." + name);
        }
    }

    private void refuse(boolean present, String part) {
        if (present) {
            String task = catalog.task().name().toLowerCase(java.util.Locale.ROOT);
            reject(EventError.WRONG_TYPE, "prediction." + part, "a " + task + " model has no " + part);
        }
    }

    private void checkClass(ModelVersion known, String name, String field) {
        if (!known.output().accepts(name)) {
            reject(
                    EventError.UNKNOWN_CLASS,
                    field,
                    "version '" + known.version() + "' declares "
                            + String.join(", ", known.output().classes()));
        }
    }

    /** What was read of one event; reused, because a batch has thousands. */
    static final class PredictionEvent {

        @Nullable
        FeatureSlots slots;

        boolean hasFeatures;
        boolean hasPrediction;

        @Nullable
        Instant occurredAt;

        String environment = DEFAULT_ENVIRONMENT;
        String entityId = "";
        String traceId = "";
        String extra = "";
        double score;
        double value;
        double latencyMs;

        @Nullable
        String predictedClass;
        // Sorted, so that the same content in another order is the same content.
        final SortedMap<String, Double> scores = new TreeMap<>();
        final SortedMap<String, String> segments = new TreeMap<>();

        void clear() {
            slots = null;
            hasFeatures = false;
            hasPrediction = false;
            occurredAt = null;
            environment = DEFAULT_ENVIRONMENT;
            entityId = "";
            traceId = "";
            extra = "";
            score = Double.NaN;
            value = Double.NaN;
            latencyMs = Double.NaN;
            predictedClass = null;
            scores.clear();
            segments.clear();
        }
    }
}
