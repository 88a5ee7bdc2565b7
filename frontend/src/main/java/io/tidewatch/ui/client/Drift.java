package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A window compared with a baseline, feature by feature, the most drifted first. */
public record Drift(
        @Nullable Window window,
        @Nullable Reference baseline,
        long n,
        String status,
        @Nullable String reason,
        @Nullable List<Feature> features) {

    /** The features, empty when there is nothing to compare. */
    public List<Feature> rows() {
        return features == null ? List.of() : features;
    }

    /** A half-open window. */
    public record Window(Instant from, Instant to) {}

    /** The baseline that was compared with. */
    public record Reference(
            @Nullable String id,
            @Nullable String name,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long n) {}

    /**
     * One feature, or the prediction itself ({@code kind} prediction).
     *
     * @param baseline what it was compared with; only with the details of one feature
     * @param effect debiased PSI, the size of the change after what chance alone gives is taken off
     * @param pValue calibrated; {@code qValue} is corrected for the number of features
     */
    public record Feature(
            String name,
            @Nullable String kind,
            @Nullable String type,
            String status,
            @Nullable String reason,
            @Nullable Long referenceCount,
            @Nullable Long currentCount,
            @Nullable Long referenceMissing,
            @Nullable Long currentMissing,
            @Nullable Double effect,
            @Nullable Double pValue,
            @Nullable Double qValue,
            @Nullable Map<String, Method> methods,
            @Nullable Sparkline sparkline,
            @Nullable Reference baseline,
            @Nullable Distribution distribution) {

        /** The result of one method, such as {@code psi}, or null where it does not apply. */
        public @Nullable Method method(String name) {
            return methods == null ? null : methods.get(name);
        }

        /** The Kolmogorov-Smirnov distance, null where it does not apply. */
        public @Nullable Double ksDistance() {
            Method ks = method("ks");
            return ks == null ? null : ks.statistic();
        }

        /** Whether this row is the model's output rather than an input. */
        public boolean isPrediction() {
            return "prediction".equals(kind);
        }

        /** Share of current values that are missing, 0 to 1; null without rows. */
        public @Nullable Double currentMissingRatio() {
            return ratio(currentMissing, currentCount);
        }

        /** Share of the baseline's values that are missing, 0 to 1; null without rows. */
        public @Nullable Double referenceMissingRatio() {
            return ratio(referenceMissing, referenceCount);
        }

        private static @Nullable Double ratio(@Nullable Long missing, @Nullable Long present) {
            if (missing == null || present == null || missing + present == 0) {
                return null;
            }
            return (double) missing / (missing + present);
        }
    }

    /**
     * A method's value on the same data, as other tools would report it.
     *
     * @param score what is compared with the threshold: for tests the p-value
     * @param statistic of a test, such as the Kolmogorov-Smirnov distance
     */
    public record Method(
            @Nullable Double score,
            @Nullable Double statistic,
            @Nullable Double pValue,
            @Nullable Double threshold,
            @Nullable Boolean drifted) {}

    /** Shares per bin, for a small picture. */
    public record Sparkline(
            @Nullable List<Double> reference, @Nullable List<Double> current) {}

    /** Both windows by bin. {@code kind} is numeric or category. */
    public record Distribution(String kind, List<Bin> bins) {}

    /**
     * One bin with counts and shares of both windows.
     *
     * @param lower for numbers, exclusive, null if open
     * @param upper for numbers, inclusive, null if open
     * @param label the category
     * @param other whether this is the bin of rare and new categories
     */
    public record Bin(
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable String label,
            @Nullable Boolean other,
            long reference,
            long current,
            double referenceShare,
            double currentShare) {}
}
