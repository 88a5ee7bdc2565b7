package io.tidewatch.onboarding.decision;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The steps of a setup. Facts win: what is done is done, whether it was skipped or not. */
public final class SetupProgress {

    private SetupProgress() {}

    /** The state of every step. */
    public static Map<SetupStep, StepState> of(SetupFacts facts, Set<SetupStep> skipped) {
        Map<SetupStep, StepState> states = new EnumMap<>(SetupStep.class);
        for (SetupStep step : SetupStep.values()) {
            states.put(step, state(step, facts, skipped));
        }
        return states;
    }

    private static StepState state(SetupStep step, SetupFacts facts, Set<SetupStep> skipped) {
        if (isDone(step, facts)) {
            return StepState.DONE;
        }
        if (skipped.contains(step) && step.canBeSkipped()) {
            return StepState.SKIPPED;
        }
        return isPossible(step, facts) ? StepState.OPEN : StepState.WAITING;
    }

    private static boolean isDone(SetupStep step, SetupFacts facts) {
        return switch (step) {
            case MODEL -> true;
            // Events that came show that some key works, even one that was revoked since.
            case KEY -> facts.ingestKeys() > 0 || facts.predictions() > 0;
            case PREDICTIONS -> facts.predictions() > 0;
            case SCHEMA -> facts.hasVersion() && facts.schemaSettled();
            case GROUND_TRUTH -> facts.groundTruths() > 0;
            case BASELINE -> facts.hasBaseline();
            case HEALTH_CHECKS -> facts.checks().chosen();
        };
    }

    private static boolean isPossible(SetupStep step, SetupFacts facts) {
        return switch (step) {
            case MODEL, KEY -> true;
            case PREDICTIONS -> facts.ingestKeys() > 0;
            case SCHEMA -> facts.hasVersion();
            // Limits are suggested from what arrived.
            case GROUND_TRUTH, HEALTH_CHECKS -> facts.predictions() > 0;
            // A file needs only a schema.
            case BASELINE -> facts.hasVersion();
        };
    }
}
