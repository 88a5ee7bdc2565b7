package io.tidewatch.sdk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What really happened, for a prediction made earlier, perhaps by another process. Immutable. Like predictions, a ground
 * truth is never refused with an exception: one that cannot be used is counted as {@link DropReason#INVALID}.
 *
 * {@snippet class="io.tidewatch.sdk.examples.Examples" region="ground-truth"}
 */
public final class GroundTruth {

    private final String predictionId;
    private final @Nullable String className;
    private final double value;
    private final @Nullable Instant observedAt;
    private final @Nullable String problem;

    private GroundTruth(
            String predictionId,
            @Nullable String className,
            double value,
            @Nullable Instant observedAt,
            @Nullable String problem) {
        this.predictionId = predictionId;
        this.className = className;
        this.value = value;
        this.observedAt = observedAt;
        this.problem = problem;
    }

    /** The true class. */
    public static GroundTruth ofClass(String predictionId, String className) {
        boolean usable = isId(predictionId) && className != null;
        return new GroundTruth(
                usable ? predictionId : "", className, Double.NaN, null, usable ? null : "no prediction id or class");
    }

    /** The true number. */
    public static GroundTruth ofValue(String predictionId, double value) {
        boolean usable = isId(predictionId) && Double.isFinite(value);
        return new GroundTruth(
                usable ? predictionId : "", null, value, null, usable ? null : "no prediction id or finite value");
    }

    private static boolean isId(@Nullable String id) {
        return id != null && !id.isEmpty() && id.length() <= 128;
    }

    /** The same ground truth, observed at that time instead of when the server receives it. */
    public GroundTruth observedAt(@Nullable Instant time) {
        return new GroundTruth(predictionId, className, value, time, problem);
    }

    /** The prediction this is about. */
    public String predictionId() {
        return predictionId;
    }

    /** The true class, or null. */
    public @Nullable String className() {
        return className;
    }

    /** The true number, or NaN. */
    public double value() {
        return value;
    }

    /** When it was observed, or null for when the server receives it. */
    public @Nullable Instant observedAt() {
        return observedAt;
    }

    /** Why this ground truth cannot be recorded, or null if it can. */
    public @Nullable String problem() {
        return problem;
    }

    @Override
    public String toString() {
        return "GroundTruth[predictionId=" + predictionId + "]";
    }
}
