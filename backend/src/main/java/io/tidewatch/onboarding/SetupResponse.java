package io.tidewatch.onboarding;

import io.tidewatch.onboarding.decision.CoverageItem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The setup of a model on the wire.
 *
 * @param steps in the order in which they are done
 * @param usableKeys API keys of the owner team that may send events now
 * @param predictionCount predictions stored, about
 * @param firstPredictionAt time of the oldest, null if there is none
 * @param lastPredictionAt time of the newest, null if there is none
 * @param groundTruthCount predictions with ground truth, about
 * @param groundTruthShare of the predictions that have ground truth, from 0 to 1
 * @param coverage what is watched, and what to send for more
 */
record SetupResponse(
        List<StepResponse> steps,
        int usableKeys,
        long predictionCount,
        @Nullable Instant firstPredictionAt,
        @Nullable Instant lastPredictionAt,
        long groundTruthCount,
        double groundTruthShare,
        List<CoverageResponse> coverage) {

    static SetupResponse from(Setup setup) {
        PredictionFacts predictions = setup.predictions();
        return new SetupResponse(
                setup.steps().entrySet().stream()
                        .map(entry -> new StepResponse(
                                name(entry.getKey()),
                                name(entry.getValue()),
                                entry.getKey().canBeSkipped()))
                        .toList(),
                setup.facts().ingestKeys(),
                setup.facts().predictions(),
                predictions == null ? null : predictions.first(),
                predictions == null ? null : predictions.last(),
                setup.facts().groundTruths(),
                setup.facts().groundTruthShare(),
                setup.coverage().stream().map(CoverageResponse::from).toList());
    }

    /** The name of a constant on the wire, such as {@code ground-truth}. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One step. */
    record StepResponse(
            @Schema(
                    enumeration = {"model", "key", "predictions", "schema", "ground-truth", "baseline", "health-checks"
                    })
            String step,

            @Schema(enumeration = {"done", "open", "waiting", "skipped"})
            String state,

            boolean canBeSkipped) {}

    /** One area of monitoring. */
    record CoverageResponse(
            @Schema(
                    enumeration = {
                        "freshness",
                        "feature-drift",
                        "output-drift",
                        "missing-values",
                        "performance",
                        "unknown-features"
                    })
            String area,

            @Schema(enumeration = {"watched", "partly", "blind"})
            String level,

            String finding,

            @Schema(description = "What to send or do to see more; null if all is seen") @Nullable
            String remedy) {

        static CoverageResponse from(CoverageItem item) {
            return new CoverageResponse(name(item.area()), name(item.level()), item.finding(), item.remedy());
        }
    }
}
