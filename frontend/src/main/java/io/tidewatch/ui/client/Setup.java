package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the setup of a model is, and what is watched of it. */
public record Setup(
        List<Step> steps,
        int usableKeys,
        long predictionCount,
        @Nullable Instant firstPredictionAt,
        @Nullable Instant lastPredictionAt,
        long groundTruthCount,
        double groundTruthShare,
        List<Coverage> coverage) {

    /** The state of a step: done, open, waiting or skipped. */
    public String state(String step) {
        return steps.stream()
                .filter(candidate -> candidate.step().equals(step))
                .findFirst()
                .map(Step::state)
                .orElse("waiting");
    }

    /** True if nothing is left to do or to wait for. */
    public boolean isOver() {
        return steps.stream().allMatch(step -> "done".equals(step.state()) || "skipped".equals(step.state()));
    }

    /** One step. */
    public record Step(String step, String state, boolean canBeSkipped) {}

    /** One area of monitoring; its level is watched, partly or blind. */
    public record Coverage(
            String area,
            String level,
            String finding,
            @Nullable String remedy) {}
}
