package io.tidewatch.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tidewatch.analysis.stats.method.MethodResult;
import io.tidewatch.analysis.stats.verdict.BinCounts;
import io.tidewatch.profile.Baseline;
import io.tidewatch.profile.BaselineBins;
import io.tidewatch.profile.NumberCounts;
import io.tidewatch.profile.WindowSelection;
import io.tidewatch.registry.FeatureType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A drift report on the wire. */
record DriftResponse(
        WindowResponse window,
        BaselineInUse baseline,

        @Schema(description = "Predictions in the window, each id once")
        long n,

        DriftStatus status,
        String reason,
        int driftedFeatureCount,
        @Schema(description = "The most drifted first") List<VariableResponse> features) {

    static DriftResponse from(DriftReport report) {
        return new DriftResponse(
                WindowResponse.from(report.window()),
                BaselineInUse.from(report.baseline()),
                report.n(),
                report.status(),
                report.reason(),
                report.driftedCount(),
                report.variables().stream().map(VariableResponse::from).toList());
    }

    /** The window that was looked at. */
    @Schema(name = "Window")
    record WindowResponse(Instant from, Instant to) {

        static WindowResponse from(WindowSelection window) {
            return new WindowResponse(window.from(), window.to());
        }
    }

    /** The baseline that was compared with. */
    @Schema(name = "BaselineInUse")
    record BaselineInUse(UUID id, String name, Instant from, Instant to, long n) {

        static BaselineInUse from(Baseline baseline) {
            return new BaselineInUse(
                    baseline.id().value(), baseline.name(), baseline.from(), baseline.to(), baseline.predictionCount());
        }
    }

    /** One feature, or a part of the prediction. */
    @Schema(name = "VariableDrift")
    record VariableResponse(
            String name,
            @Schema(description = "feature or prediction") String kind,
            FeatureType type,
            DriftStatus status,
            @Schema(description = "One sentence") String reason,
            @Schema(description = "Values in the baseline") long referenceCount,
            @Schema(description = "Values in the window") long currentCount,
            long referenceMissing,
            long currentMissing,

            @Schema(description = "Debiased population stability index; null where it is not defined") @Nullable
            Double effect,

            @Schema(description = "Of the calibrated test") @Nullable
            Double pValue,

            @Schema(description = "pValue corrected for all signals of the model in the window") @Nullable
            Double qValue,

            @Schema(description = "Smallest effect that these windows show in four of five cases") @Nullable
            Double detectableEffect,

            @Schema(
                    description = "Values were rounded to this part of themselves, because there are more than"
                            + " 100,000 distinct ones; null if they are exact")
            @Nullable
            Double relativePrecision,

            @Schema(description = "By name of the method: psi, ks, chi_square, with the values and limits of Evidently")
            Map<String, MethodResponse> methods,

            @Schema(description = "Shares of both sides in the bins of the baseline, at most 20")
            SparklineResponse sparkline) {

        static VariableResponse from(VariableDrift drift) {
            Map<String, MethodResponse> methods = new LinkedHashMap<>();
            drift.methods().forEach((name, result) -> methods.put(name, MethodResponse.from(result)));
            boolean exact = drift.precisionBits() >= NumberCounts.EXACT;
            return new VariableResponse(
                    drift.variable().name(),
                    drift.variable().isPrediction() ? "prediction" : "feature",
                    drift.variable().type(),
                    drift.status(),
                    drift.reason(),
                    drift.referenceCount(),
                    drift.currentCount(),
                    drift.referenceMissing(),
                    drift.currentMissing(),
                    JsonNumber.orNull(drift.effect()),
                    JsonNumber.orNull(drift.pValue()),
                    JsonNumber.orNull(drift.qValue()),
                    JsonNumber.orNull(drift.detectable()),
                    exact ? null : Math.scalb(1.0, -drift.precisionBits()),
                    methods,
                    SparklineResponse.from(drift.binCounts()));
        }
    }

    /** What one method says. */
    @Schema(name = "DriftMethodResult")
    record MethodResponse(
            @Schema(description = "What is compared with the threshold; null where the method refuses the data")
            @Nullable
            Double score,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double statistic,

            @Schema(description = "For tests") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double pValue,

            double threshold,
            boolean drifted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String note) {

        static MethodResponse from(MethodResult result) {
            return new MethodResponse(
                    JsonNumber.orNull(result.score()),
                    JsonNumber.orNull(result.statistic()),
                    JsonNumber.orNull(result.pValue()),
                    result.threshold(),
                    result.drifted(),
                    result.note().isEmpty() ? null : result.note());
        }
    }

    /** Both distributions, small enough to be drawn in a row of a table. */
    @Schema(name = "Sparkline")
    record SparklineResponse(List<Double> reference, List<Double> current) {

        private static final int MAX_BINS = 20;

        static SparklineResponse from(@Nullable BinCounts counts) {
            if (counts == null) {
                return new SparklineResponse(List.of(), List.of());
            }
            List<Double> reference = new ArrayList<>();
            List<Double> current = new ArrayList<>();
            for (int bin = 0; bin < Math.min(MAX_BINS, counts.size()); bin++) {
                reference.add(share(counts.reference(bin), counts.referenceTotal()));
                current.add(share(counts.current(bin), counts.currentTotal()));
            }
            return new SparklineResponse(reference, current);
        }
    }

    /** The two distributions of a variable. */
    @Schema(name = "Distribution")
    record DistributionResponse(
            @Schema(description = "numeric, category, or none where values are not compared")
            String kind,

            List<BinResponse> bins) {

        static DistributionResponse from(VariableDrift drift) {
            BinCounts counts = drift.binCounts();
            if (counts == null) {
                return new DistributionResponse("none", List.of());
            }
            boolean numeric = drift.variable().type().isNumeric();
            List<BinResponse> bins = new ArrayList<>();
            for (int bin = 0; bin < counts.size(); bin++) {
                bins.add(BinResponse.from(drift.bins(), numeric, counts, bin));
            }
            return new DistributionResponse(numeric ? "numeric" : "category", bins);
        }
    }

    /** One bin of both distributions. */
    @Schema(name = "DistributionBin")
    record BinResponse(
            @Schema(description = "Exclusive; null at the open end") @Nullable
            Double lower,

            @Schema(description = "Inclusive; null at the open end") @Nullable
            Double upper,

            @Schema(description = "The category; null for the bin of rare and new ones and for numbers") @Nullable
            String label,

            boolean other,
            long reference,
            long current,
            double referenceShare,
            double currentShare) {

        static BinResponse from(BaselineBins bins, boolean numeric, BinCounts counts, int bin) {
            boolean other = !numeric && bin == bins.categories().size();
            return new BinResponse(
                    numeric && bin > 0 ? bins.edges().get(bin - 1) : null,
                    numeric && bin < bins.edges().size() ? bins.edges().get(bin) : null,
                    numeric || other ? null : bins.categories().get(bin),
                    other,
                    counts.reference(bin),
                    counts.current(bin),
                    share(counts.reference(bin), counts.referenceTotal()),
                    share(counts.current(bin), counts.currentTotal()));
        }
    }

    /** A variable with its distributions. */
    @Schema(name = "VariableDriftDetail")
    record DetailResponse(
            WindowResponse window,
            BaselineInUse baseline,
            @JsonUnwrapped VariableResponse drift,
            DistributionResponse distribution) {

        static DetailResponse from(DriftReport report, VariableDrift drift) {
            return new DetailResponse(
                    WindowResponse.from(report.window()),
                    BaselineInUse.from(report.baseline()),
                    VariableResponse.from(drift),
                    DistributionResponse.from(drift));
        }
    }

    private static double share(long count, long total) {
        return total == 0 ? 0 : (double) count / total;
    }
}
