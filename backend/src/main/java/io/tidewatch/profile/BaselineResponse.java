package io.tidewatch.profile;

import io.tidewatch.registry.FeatureType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A baseline on the wire. */
record BaselineResponse(
        UUID id,
        String name,
        @Nullable String version,
        @Nullable String environment,
        Instant from,
        Instant to,
        long predictionCount,
        Instant pinnedAt,
        String pinnedBy,

        @Schema(description = "Whether it is the newest of the model")
        boolean current,

        List<VariableResponse> features) {

    static BaselineResponse from(Baseline baseline) {
        return new BaselineResponse(
                baseline.id().value(),
                baseline.name(),
                baseline.version(),
                baseline.environment(),
                baseline.from(),
                baseline.to(),
                baseline.predictionCount(),
                baseline.pinnedAt(),
                baseline.pinnedBy(),
                baseline.current(),
                baseline.profiles().stream().map(VariableResponse::from).toList());
    }

    /** A feature, or a part of the prediction. */
    @Schema(name = "BaselineVariable")
    record VariableResponse(
            String name,
            @Schema(description = "feature or prediction") String kind,
            FeatureType type,

            @Schema(description = "Predictions with a value")
            long n,

            long missing,
            long infinite,
            @Nullable Double mean,
            @Nullable Double sd,
            @Nullable Double min,
            @Nullable Double max,
            @Schema(description = "Distinct values") long distinct,

            @Schema(
                    description = "Values are rounded to this part of themselves, because there are more than 100,000"
                            + " distinct ones; null if they are exact")
            @Nullable
            Double relativePrecision,

            List<BinResponse> bins) {

        static VariableResponse from(VariableProfile profile) {
            boolean exact = profile.precisionBits() >= NumberCounts.EXACT;
            return new VariableResponse(
                    profile.name(),
                    profile.isPrediction() ? "prediction" : "feature",
                    profile.type(),
                    profile.n(),
                    profile.missing(),
                    profile.infinite(),
                    profile.mean(),
                    profile.sd(),
                    profile.min(),
                    profile.max(),
                    profile.distinct(),
                    exact ? null : Math.scalb(1.0, -profile.precisionBits()),
                    BinResponse.from(profile));
        }
    }

    /** One bin: numbers have a lower (exclusive) and an upper (inclusive) edge, categories a label. */
    @Schema(name = "BaselineBin")
    record BinResponse(
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable String label,

            @Schema(description = "True for the bin of rare and new categories")
            boolean other,

            long count) {

        static List<BinResponse> from(VariableProfile profile) {
            List<BinResponse> bins = new ArrayList<>();
            if (profile.type().isNumeric()) {
                List<Double> edges = profile.bins().edges();
                for (int bin = 0; bin <= edges.size(); bin++) {
                    bins.add(new BinResponse(
                            bin == 0 ? null : edges.get(bin - 1),
                            bin == edges.size() ? null : edges.get(bin),
                            null,
                            false,
                            profile.binCounts().get(bin)));
                }
            } else if (profile.type().isCategorical()) {
                List<String> labels = profile.bins().categories();
                for (int bin = 0; bin <= labels.size(); bin++) {
                    boolean other = bin == labels.size();
                    bins.add(new BinResponse(
                            null,
                            null,
                            other ? null : labels.get(bin),
                            other,
                            profile.binCounts().get(bin)));
                }
            }
            return bins;
        }
    }
}
