package io.tidewatch.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model version answers.
 *
 * @param classes the classes it can predict; empty if they are not declared or the model is a regression
 * @param positiveClass the class that a binary model's score is the probability of; null for other tasks
 * @param threshold score from which a binary model says the positive class
 * @param unit of a regression's value, for people
 */
public record OutputSchema(
        List<String> classes,
        @Nullable String positiveClass,
        @Nullable Double threshold,
        @Nullable String unit) {

    /** Used where a binary version declares no threshold. */
    public static final double DEFAULT_THRESHOLD = 0.5;

    public OutputSchema {
        classes = List.copyOf(classes);
    }

    /** True if the version can answer this class; always true where classes are not declared. */
    public boolean accepts(String predictedClass) {
        return classes.isEmpty() || classes.contains(predictedClass);
    }

    /** The declared threshold, or 0.5. */
    public double thresholdOrDefault() {
        return threshold == null ? DEFAULT_THRESHOLD : threshold;
    }
}
