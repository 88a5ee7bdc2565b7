package io.tidewatch.onboarding;

import io.tidewatch.onboarding.decision.CoverageItem;
import io.tidewatch.onboarding.decision.SetupFacts;
import io.tidewatch.onboarding.decision.SetupStep;
import io.tidewatch.onboarding.decision.StepState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the setup of a model is, and what is watched of it.
 *
 * @param predictions null if there are none
 */
record Setup(
        SetupFacts facts,
        @Nullable PredictionFacts predictions,
        Map<SetupStep, StepState> steps,
        List<CoverageItem> coverage) {}
