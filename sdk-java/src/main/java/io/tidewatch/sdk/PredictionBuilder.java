package io.tidewatch.sdk;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Prediction}. It runs on the host's hot path, so no method throws: a value that cannot be used is left
 * out where that is harmless, and otherwise marks the prediction as not recordable ({@link Prediction#problem()}), which
 * is then counted as {@link DropReason#INVALID}. Not thread-safe; may be used again after {@link #build()}.
 */
public final class PredictionBuilder {

    private static final String[] NO_STRINGS = {};
    private static final double[] NO_DOUBLES = {};
    private static final int MAX_ID_LENGTH = 128;

    @Nullable
    String predictionId;

    @Nullable
    String version;

    @Nullable
    String environment;

    @Nullable
    String entityId;

    @Nullable
    String traceId;

    @Nullable
    Instant occurredAt;

    FeatureValues features;
    double score = Double.NaN;
    double value = Double.NaN;

    @Nullable
    String predictedClass;

    String[] scoredClasses = NO_STRINGS;
    double[] classScores = NO_DOUBLES;
    String[] segments = NO_STRINGS;
    long latencyNanos = -1;
    int textBytes;

    @Nullable
    String problem;

    /** Whether a prediction that was built shares our arrays, so that the next change must copy them first. */
    private boolean featuresShared;

    PredictionBuilder(int expectedFeatures) {
        features = new FeatureValues(expectedFeatures);
    }

    PredictionBuilder(Prediction prediction) {
        predictionId = prediction.predictionId();
        version = prediction.version();
        environment = prediction.environment();
        entityId = prediction.entityId();
        traceId = prediction.traceId();
        occurredAt = prediction.occurredAt();
        features = prediction.featureValues();
        featuresShared = true;
        score = prediction.score();
        value = prediction.predictedValue();
        predictedClass = prediction.predictedClass();
        scoredClasses = prediction.rawScoredClasses();
        classScores = prediction.rawClassScores();
        segments = prediction.rawSegments();
        latencyNanos = prediction.latencyNanos();
        textBytes = prediction.heapBytes() - Prediction.BASE_BYTES - features.heapBytes();
        problem = prediction.problem();
    }

    /** Sets a number. NaN and infinities are sent as missing. */
    public PredictionBuilder feature(String name, double number) {
        if (valid(name)) {
            writable().add(name, number);
        }
        return this;
    }

    /** Sets a whole number. */
    public PredictionBuilder feature(String name, long integer) {
        if (valid(name)) {
            writable().add(name, integer);
        }
        return this;
    }

    /** Sets a truth value. */
    public PredictionBuilder feature(String name, boolean bool) {
        if (valid(name)) {
            writable().add(name, bool);
        }
        return this;
    }

    /** Sets a category or a text; null means missing. */
    public PredictionBuilder feature(String name, @Nullable String text) {
        if (text == null) {
            return missing(name);
        }
        if (valid(name)) {
            writable().add(name, text);
        }
        return this;
    }

    /** Sets a category to the constant's name; null means missing. */
    public PredictionBuilder feature(String name, @Nullable Enum<?> category) {
        return feature(name, category == null ? null : category.name());
    }

    /** Sets a boxed number: whole for the boxed integer types, otherwise a double; null means missing. */
    public PredictionBuilder feature(String name, @Nullable Number number) {
        if (number == null) {
            return missing(name);
        }
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            return feature(name, number.longValue());
        }
        return feature(name, number.doubleValue());
    }

    /** Sets a boxed truth value; null means missing. */
    public PredictionBuilder feature(String name, @Nullable Boolean bool) {
        return bool == null ? missing(name) : feature(name, bool.booleanValue());
    }

    /** Sets a point in time; null means missing. */
    public PredictionBuilder feature(String name, @Nullable Instant timestamp) {
        if (timestamp == null) {
            return missing(name);
        }
        if (valid(name)) {
            writable().add(name, timestamp);
        }
        return this;
    }

    /** Sets an embedding; the array is copied, null means missing. */
    public PredictionBuilder feature(String name, float @Nullable [] embedding) {
        if (embedding == null) {
            return missing(name);
        }
        if (valid(name)) {
            writable().add(name, embedding.clone());
        }
        return this;
    }

    /** Sets an embedding; the array is copied, null means missing. */
    public PredictionBuilder feature(String name, double @Nullable [] embedding) {
        if (embedding == null) {
            return missing(name);
        }
        if (valid(name)) {
            writable().add(name, embedding.clone());
        }
        return this;
    }

    /** Says that the feature is known to have no value. */
    public PredictionBuilder missing(String name) {
        if (valid(name)) {
            writable().addMissing(name);
        }
        return this;
    }

    /**
     * Sets each entry by the type of its value, as the {@code feature} methods do. A value of another type makes the
     * prediction {@link DropReason#INVALID}.
     */
    public PredictionBuilder features(Map<String, ? extends @Nullable Object> values) {
        if (values != null) {
            values.forEach(this::featureOfAnyType);
        }
        return this;
    }

    private void featureOfAnyType(String name, @Nullable Object value) {
        if (value == null) {
            missing(name);
        } else if (value instanceof Number number) {
            feature(name, number);
        } else if (value instanceof String text) {
            feature(name, text);
        } else if (value instanceof Boolean bool) {
            feature(name, bool);
        } else if (value instanceof Enum<?> category) {
            feature(name, category);
        } else if (value instanceof Instant timestamp) {
            feature(name, timestamp);
        } else if (value instanceof float[] embedding) {
            feature(name, embedding);
        } else if (value instanceof double[] embedding) {
            feature(name, embedding);
        } else {
            refuse("feature of type " + value.getClass().getName());
        }
    }

    /** Takes a feature out again. */
    public PredictionBuilder removeFeature(String name) {
        writable().remove(name);
        return this;
    }

    /** Sets the score, usually the probability of the positive class (0 to 1). NaN means none. */
    public PredictionBuilder score(double newScore) {
        score = newScore;
        return this;
    }

    /** Sets the score of one class; for multiclass models call it once per class. */
    public PredictionBuilder score(String className, double classScore) {
        if (className == null) {
            refuse("score of a class without name");
            return this;
        }
        int index = Arrays.asList(scoredClasses).indexOf(className);
        if (index >= 0) {
            classScores = classScores.clone();
            classScores[index] = classScore;
            return this;
        }
        int count = scoredClasses.length;
        scoredClasses = Arrays.copyOf(scoredClasses, count + 1);
        classScores = Arrays.copyOf(classScores, count + 1);
        scoredClasses[count] = className;
        classScores[count] = classScore;
        textBytes += 16 + className.length();
        return this;
    }

    /** Sets the score of each class at once. */
    public PredictionBuilder scores(Map<String, Double> byClass) {
        if (byClass != null) {
            byClass.forEach((className, classScore) -> score(className, classScore == null ? Double.NaN : classScore));
        }
        return this;
    }

    /** Sets the class the model chose. */
    public PredictionBuilder predictedClass(@Nullable String className) {
        predictedClass = count(className);
        return this;
    }

    /** Sets the number a regression model answered. NaN means none. */
    public PredictionBuilder predictedValue(double number) {
        value = number;
        return this;
    }

    /** Sets a segment key, such as {@code ("country", "DE")}; a null value sets nothing. */
    public PredictionBuilder segment(String key, @Nullable String segment) {
        if (key == null || key.isEmpty()) {
            refuse("segment without key");
        } else if (segment != null) {
            for (int i = 0; i < segments.length; i += 2) {
                if (segments[i].equals(key)) {
                    segments = segments.clone();
                    segments[i + 1] = segment;
                    return this;
                }
            }
            int length = segments.length;
            segments = Arrays.copyOf(segments, length + 2);
            segments[length] = key;
            segments[length + 1] = segment;
            textBytes += 8 + key.length() + segment.length();
        }
        return this;
    }

    /** Sets how long the model took; null or a negative duration means unknown. */
    public PredictionBuilder latency(@Nullable Duration latency) {
        latencyNanos = -1;
        if (latency != null && !latency.isNegative()) {
            // Beyond 292 years a Duration does not fit; nobody waited that long.
            latencyNanos = latency.toSeconds() > Long.MAX_VALUE / 1_000_000_000 - 1 ? -1 : latency.toNanos();
        }
        return this;
    }

    /** Sets whom or what the prediction is about, such as a customer or device. */
    public PredictionBuilder entityId(@Nullable String id) {
        entityId = count(id);
        return this;
    }

    /** Overrides the client's model version. */
    public PredictionBuilder version(@Nullable String newVersion) {
        version = newVersion;
        return this;
    }

    /** Overrides the client's environment. */
    public PredictionBuilder environment(@Nullable String newEnvironment) {
        environment = newEnvironment;
        return this;
    }

    /** Sets when it happened; null means the moment it is recorded. */
    public PredictionBuilder occurredAt(@Nullable Instant time) {
        occurredAt = time;
        return this;
    }

    /**
     * Sets the id; null lets {@link Tidewatch#record} make one, which is better unless the host has an id of its own: it
     * must be unique per model and at most 128 characters long.
     */
    public PredictionBuilder predictionId(@Nullable String id) {
        if (id != null && (id.isEmpty() || id.length() > MAX_ID_LENGTH)) {
            refuse("prediction id of " + id.length() + " characters");
        }
        predictionId = count(id);
        return this;
    }

    /** Sets the W3C trace id; anything but 32 hex digits that are not all zero is ignored. */
    public PredictionBuilder traceId(@Nullable String id) {
        traceId = TraceParent.isTraceId(id) ? id : null;
        return this;
    }

    /** Sets the trace id from a {@code traceparent} header (W3C Trace Context); an invalid header is ignored. */
    public PredictionBuilder traceparent(@Nullable String header) {
        traceId = TraceParent.traceId(header);
        return this;
    }

    /** The prediction as set so far. */
    public Prediction build() {
        featuresShared = true;
        return new Prediction(this);
    }

    private FeatureValues writable() {
        if (featuresShared) {
            features = features.copy();
            featuresShared = false;
        }
        return features;
    }

    private boolean valid(String name) {
        if (name == null || name.isEmpty()) {
            refuse("feature without name");
            return false;
        }
        return true;
    }

    private @Nullable String count(@Nullable String text) {
        if (text != null) {
            textBytes += text.length();
        }
        return text;
    }

    private void refuse(String reason) {
        if (problem == null) {
            problem = reason;
        }
    }
}
