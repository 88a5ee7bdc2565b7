package io.tidewatch.health.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthVerdictTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final HealthChecks.Silence QUARTER = new HealthChecks.Silence(true, Duration.ofMinutes(15));

    @Test
    void silenceIsJudgedByItsLimit() {
        assertThat(CheckJudge.silence(QUARTER, NOW.minusSeconds(900), NOW).status())
                .isEqualTo(CheckStatus.OK);
        CheckOutcome late = CheckJudge.silence(QUARTER, NOW.minusSeconds(1260), NOW);
        assertThat(late.status()).isEqualTo(CheckStatus.NO_DATA);
        assertThat(late.reason()).isEqualTo("No prediction for 21 min; the limit is 15 min.");
        assertThat(CheckJudge.silence(QUARTER, null, NOW).status()).isEqualTo(CheckStatus.NO_DATA);
    }

    @Test
    void missingValuesAreJudgedByFeature() {
        HealthChecks.MissingValues check =
                new HealthChecks.MissingValues(true, Map.of("a", 0.1, "b", 0.1, "c", 0.1, "unseen", 0.1));

        CheckOutcome outcome = CheckJudge.missingValues(
                check,
                Map.of(
                        "a", new Presence(100, 11),
                        "b", new Presence(100, 60),
                        "c", new Presence(100, 10),
                        "unseen", new Presence(10, 10),
                        "other", new Presence(100, 100)));

        assertThat(outcome.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(outcome.reason())
                .isEqualTo(
                        "Missing values are above the limit in 2 of 3 watched features, most of all in b: 60 %, limit"
                                + " 10 %.");
        assertThat(CheckJudge.missingValues(check, Map.of()).status()).isEqualTo(CheckStatus.WAITING);
        assertThat(CheckJudge.missingValues(check, Map.of("a", new Presence(100, 0)))
                        .reason())
                .isEqualTo("Missing values are within the limit in 1 watched feature.");
    }

    @Test
    void groundTruthIsJudgedByItsShare() {
        HealthChecks.GroundTruth check = new HealthChecks.GroundTruth(true, Duration.ofHours(6), 0.75);

        assertThat(CheckJudge.groundTruth(check, 200, 150).status()).isEqualTo(CheckStatus.OK);
        assertThat(CheckJudge.groundTruth(check, 200, 149)).satisfies(outcome -> {
            assertThat(outcome.status()).isEqualTo(CheckStatus.WARNING);
            assertThat(outcome.reason())
                    .isEqualTo("74.5 % of 200 predictions have ground truth after 6 h; the limit is 75 %.");
        });
        assertThat(CheckJudge.groundTruth(check, 29, 0).status()).isEqualTo(CheckStatus.WAITING);
    }

    @Test
    void theWorstComesFirstAndTheOthersAreNamed() {
        HealthVerdict verdict = HealthVerdict.of(List.of(
                outcome(CheckKind.SILENCE, CheckStatus.OK, "Silent."),
                outcome(CheckKind.GROUND_TRUTH, CheckStatus.WARNING, "Few truths."),
                outcome(CheckKind.DRIFT, CheckStatus.CRITICAL, "Much drift."),
                outcome(CheckKind.MISSING_VALUES, CheckStatus.WARNING, "Missing.")));

        assertThat(verdict.status()).isEqualTo(CheckStatus.CRITICAL);
        assertThat(verdict.reason()).isEqualTo("Much drift. Also: missing. Also: few truths. Within limits: silence.");
    }

    @Test
    void withoutPredictionsNothingElseIsUnknown() {
        HealthVerdict verdict = HealthVerdict.of(List.of(
                outcome(CheckKind.SILENCE, CheckStatus.NO_DATA, "Silent."),
                outcome(CheckKind.DRIFT, CheckStatus.UNKNOWN, "Nothing to compare.")));

        assertThat(verdict.status()).isEqualTo(CheckStatus.NO_DATA);
        assertThat(verdict.reason()).isEqualTo("Silent.");
    }

    @Test
    void whatWaitsDoesNotSpoilWhatIsFine() {
        CheckOutcome waiting = outcome(CheckKind.GROUND_TRUTH, CheckStatus.WAITING, "Too few.");

        assertThat(HealthVerdict.of(List.of(waiting, outcome(CheckKind.DRIFT, CheckStatus.OK, "None drifted.")))
                        .status())
                .isEqualTo(CheckStatus.OK);
        assertThat(HealthVerdict.of(List.of(waiting)).status()).isEqualTo(CheckStatus.UNKNOWN);
        assertThat(HealthVerdict.of(List.of()).status()).isEqualTo(CheckStatus.UNKNOWN);
    }

    private static CheckOutcome outcome(CheckKind check, CheckStatus status, String reason) {
        return new CheckOutcome(check, status, reason);
    }
}
