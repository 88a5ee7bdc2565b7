package io.tidewatch.onboarding.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.onboarding.decision.CoverageItem.Area;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetupDecisionTest {

    private static final WatchFacts CHOSEN = new WatchFacts(true, "15 min", true, Set.of(), 2, true);
    private static final SetupFacts NOTHING = new SetupFacts(
            0, 0, 0, 0, List.of(), false, true, List.of(), List.of(), false, List.of(), false, WatchFacts.USUAL);
    private static final SetupFacts SENT = new SetupFacts(
            1,
            10,
            10,
            0,
            List.of(),
            true,
            false,
            List.of("distance", "note"),
            List.of("note"),
            false,
            List.of(),
            false,
            WatchFacts.USUAL);
    private static final SetupFacts ALL = new SetupFacts(
            1, 10, 10, 10, List.of(), true, true, List.of("distance"), List.of(), true, List.of(), true, CHOSEN);

    @Test
    void aNewModelAsksForAKeyFirst() {
        assertThat(SetupProgress.of(NOTHING, Set.of()))
                .containsEntry(SetupStep.MODEL, StepState.DONE)
                .containsEntry(SetupStep.KEY, StepState.OPEN)
                .containsEntry(SetupStep.PREDICTIONS, StepState.WAITING)
                .containsEntry(SetupStep.SCHEMA, StepState.WAITING)
                .containsEntry(SetupStep.GROUND_TRUTH, StepState.WAITING)
                .containsEntry(SetupStep.BASELINE, StepState.WAITING)
                .containsEntry(SetupStep.HEALTH_CHECKS, StepState.WAITING);
    }

    @Test
    void anInferredSchemaWaitsForAPerson() {
        assertThat(SetupProgress.of(SENT, Set.of()))
                .containsEntry(SetupStep.PREDICTIONS, StepState.DONE)
                .containsEntry(SetupStep.SCHEMA, StepState.OPEN)
                .containsEntry(SetupStep.GROUND_TRUTH, StepState.OPEN)
                .containsEntry(SetupStep.BASELINE, StepState.OPEN)
                .containsEntry(SetupStep.HEALTH_CHECKS, StepState.OPEN);
    }

    @Test
    void factsWinOverSkips() {
        assertThat(SetupProgress.of(SENT, Set.of(SetupStep.GROUND_TRUTH, SetupStep.KEY)))
                .containsEntry(SetupStep.GROUND_TRUTH, StepState.SKIPPED)
                .containsEntry(SetupStep.KEY, StepState.DONE);
        assertThat(SetupProgress.of(ALL, Set.of(SetupStep.values())).values()).containsOnly(StepState.DONE);
    }

    @Test
    void aRevokedKeyDoesNotUndoWhatCameWithIt() {
        SetupFacts revoked = new SetupFacts(
                0,
                10,
                0,
                0,
                List.of(),
                true,
                true,
                List.of("distance"),
                List.of(),
                false,
                List.of(),
                false,
                WatchFacts.USUAL);
        assertThat(SetupProgress.of(revoked, Set.of())).containsEntry(SetupStep.KEY, StepState.DONE);
    }

    @Test
    void withoutEventsEverythingIsBlindAndSaysWhatToSend() {
        assertThat(Coverage.of(NOTHING))
                .allSatisfy(item -> {
                    assertThat(item.level()).isEqualTo(CoverageLevel.BLIND);
                    assertThat(item.remedy()).isNotBlank();
                })
                .extracting(CoverageItem::area)
                .containsExactly(
                        Area.FRESHNESS, Area.FEATURE_DRIFT, Area.OUTPUT_DRIFT, Area.MISSING_VALUES, Area.PERFORMANCE);
    }

    @Test
    void withEverythingNothingIsLeftToSend() {
        assertThat(Coverage.of(ALL)).allSatisfy(item -> {
            assertThat(item.level()).isEqualTo(CoverageLevel.WATCHED);
            assertThat(item.remedy()).isNull();
        });
    }

    @Test
    void textIsNotComparedAndTheCardSaysSo() {
        SetupFacts facts = new SetupFacts(
                1,
                10,
                10,
                3,
                List.of(),
                true,
                true,
                List.of("distance", "note"),
                List.of("note"),
                true,
                List.of(),
                true,
                WatchFacts.USUAL);
        assertThat(item(facts, Area.FEATURE_DRIFT).level()).isEqualTo(CoverageLevel.PARTLY);
        assertThat(item(facts, Area.FEATURE_DRIFT).finding())
                .isEqualTo("1 of 2 features compared. Not compared: note.");
        assertThat(item(facts, Area.PERFORMANCE).finding())
                .isEqualTo("30.0 % of the predictions have ground truth; metrics are of those.");
    }

    @Test
    void aFeatureThatTheBaselineLacksIsBlind() {
        SetupFacts facts = new SetupFacts(
                1,
                10,
                0,
                0,
                List.of("gate"),
                true,
                true,
                List.of("distance"),
                List.of(),
                true,
                List.of("distance"),
                false,
                WatchFacts.USUAL);
        assertThat(item(facts, Area.FEATURE_DRIFT).level()).isEqualTo(CoverageLevel.BLIND);
        assertThat(item(facts, Area.FEATURE_DRIFT).remedy()).contains("distance");
        assertThat(item(facts, Area.OUTPUT_DRIFT).level()).isEqualTo(CoverageLevel.BLIND);
        assertThat(item(facts, Area.UNKNOWN_FEATURES).finding()).contains("gate");
        assertThat(item(facts, Area.FRESHNESS).finding()).contains("last 24 hours");
    }

    @Test
    void theCardTellsWhatHealthWatches() {
        assertThat(item(ALL, Area.FRESHNESS).finding()).endsWith("when predictions stop for 15 min.");
        assertThat(item(ALL, Area.MISSING_VALUES).finding()).contains("one of 2 features");
        assertThat(item(ALL, Area.PERFORMANCE).finding()).endsWith("Health warns when ground truth stays away.");

        SetupFacts partly = with(new WatchFacts(true, "", true, Set.of("distance", "prediction.class"), 0, false));
        assertThat(item(partly, Area.FRESHNESS).level()).isEqualTo(CoverageLevel.BLIND);
        assertThat(item(partly, Area.FEATURE_DRIFT))
                .isEqualTo(new CoverageItem(
                        Area.FEATURE_DRIFT,
                        CoverageLevel.PARTLY,
                        "1 of 2 features watched by health. Left out by choice: distance.",
                        "Change what is watched in the settings of the model."));
        assertThat(item(partly, Area.OUTPUT_DRIFT).finding()).isEqualTo("Left out by choice: prediction.class.");

        SetupFacts off = with(new WatchFacts(true, "", false, Set.of(), 0, false));
        assertThat(List.of(Area.FEATURE_DRIFT, Area.OUTPUT_DRIFT, Area.MISSING_VALUES))
                .allSatisfy(area -> assertThat(item(off, area).level()).isEqualTo(CoverageLevel.BLIND));
    }

    private static SetupFacts with(WatchFacts checks) {
        return new SetupFacts(
                1,
                10,
                10,
                10,
                List.of(),
                true,
                true,
                List.of("distance", "hour"),
                List.of(),
                true,
                List.of(),
                true,
                checks);
    }

    private static CoverageItem item(SetupFacts facts, Area area) {
        return Coverage.of(facts).stream()
                .filter(item -> item.area() == area)
                .findFirst()
                .orElseThrow();
    }
}
