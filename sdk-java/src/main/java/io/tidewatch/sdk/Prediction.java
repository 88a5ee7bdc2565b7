package io.tidewatch.sdk;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One inference: the features a model saw, what it answered, and what is known about the circumstances. Immutable and
 * safe to share between threads.
 *
 * {@snippet class="io.tidewatch.sdk.examples.Examples" region="prediction"}
 */
public final class Prediction {

    /** Estimated heap of a prediction without features and texts. */
    static final int BASE_BYTES = 160;

    private final @Nullable String predictionId;
    private final @Nullable String version;
    private final @Nullable String environment;
    private final @Nullable String entityId;
    private final @Nullable String traceId;
    private final @Nullable Instant occurredAt;
    private final FeatureValues features;
    private final double score;
    private final double value;
    private final @Nullable String predictedClass;
    private final String[] scoredClasses;
    private final double[] classScores;
    private final String[] segments;
    private final long latencyNanos;
    private final int heapBytes;
    private final @Nullable String problem;

    Prediction(PredictionBuilder builder) {
        predictionId = builder.predictionId;
        version = builder.version;
        environment = builder.environment;
        entityId = builder.entityId;
        traceId = builder.traceId;
        occurredAt = builder.occurredAt;
        features = builder.features;
        score = builder.score;
        value = builder.value;
        predictedClass = builder.predictedClass;
        scoredClasses = builder.scoredClasses;
        classScores = builder.classScores;
        segments = builder.segments;
        latencyNanos = builder.latencyNanos;
        heapBytes = BASE_BYTES + builder.textBytes + features.heapBytes();
        problem = builder.problem;
    }

    /** Starts a prediction. */
    public static PredictionBuilder builder() {
        return new PredictionBuilder(8);
    }

    /** Starts a prediction with room for that many features, which saves copying while it is built. */
    public static PredictionBuilder builder(int expectedFeatures) {
        return new PredictionBuilder(Math.min(Math.max(1, expectedFeatures), 1 << 16));
    }

    /** A builder that starts with everything this prediction has. */
    public PredictionBuilder toBuilder() {
        return new PredictionBuilder(this);
    }

    /** The id given by the caller, or null if {@link Tidewatch#record} is to make one. */
    public @Nullable String predictionId() {
        return predictionId;
    }

    /** The model version that answered, or null for the client's. */
    public @Nullable String version() {
        return version;
    }

    /** The environment, or null for the client's. */
    public @Nullable String environment() {
        return environment;
    }

    /** Whom or what the prediction is about, or null. */
    public @Nullable String entityId() {
        return entityId;
    }

    /** The W3C trace id (32 hex digits) of the request that asked for the prediction, or null. */
    public @Nullable String traceId() {
        return traceId;
    }

    /** When it happened, or null for the moment it is recorded. */
    public @Nullable Instant occurredAt() {
        return occurredAt;
    }

    /** The score, usually the probability of the positive class; NaN if there is none. */
    public double score() {
        return score;
    }

    /** The predicted number of a regression; NaN if there is none. */
    public double predictedValue() {
        return value;
    }

    /** The predicted class, or null. */
    public @Nullable String predictedClass() {
        return predictedClass;
    }

    /** The score of each class, in the order they were set; empty if none were. */
    public Map<String, Double> scores() {
        Map<String, Double> map = new LinkedHashMap<>();
        for (int i = 0; i < scoredClasses.length; i++) {
            map.put(scoredClasses[i], classScores[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    /** The segment keys, in the order they were set. */
    public Map<String, String> segments() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < segments.length; i += 2) {
            map.put(segments[i], segments[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    /** How long the model took, or null. */
    public @Nullable Duration latency() {
        return latencyNanos < 0 ? null : Duration.ofNanos(latencyNanos);
    }

    /**
     * The features by name, boxed: {@link Double}, {@link Long}, {@link Boolean}, {@link String}, {@link Instant},
     * {@code float[]}, {@code double[]}, or null for missing. Made anew on each call;
     * {@link #forEachFeature(FeatureVisitor)} does without the copies.
     */
    public Map<String, @Nullable Object> features() {
        return features.toMap();
    }

    /** Shows each feature once, in the order they were set. */
    public void forEachFeature(FeatureVisitor visitor) {
        features.forEach(visitor);
    }

    /** Why this prediction cannot be recorded, or null if it can. See {@link DropReason#INVALID}. */
    public @Nullable String problem() {
        return problem;
    }

    FeatureValues featureValues() {
        return features;
    }

    String[] rawSegments() {
        return segments;
    }

    String[] rawScoredClasses() {
        return scoredClasses;
    }

    double[] rawClassScores() {
        return classScores;
    }

    long latencyNanos() {
        return latencyNanos;
    }

    /** About how much memory this prediction keeps alive. */
    int heapBytes() {
        return heapBytes;
    }

    @Override
    public String toString() {
        // Features may hold personal data, and this text ends up in logs.
        return "Prediction[predictionId=" + predictionId + ", version=" + version + ", features="
                + Arrays.toString(features.toMap().keySet().toArray()) + "]";
    }
}
