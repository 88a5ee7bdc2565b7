package io.tidewatch.health.decision;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What all checks of a model come to.
 *
 * @param status that of the worst; unknown where no check could judge
 * @param reason the worst first, then what else is not as it should be, then what is fine
 * @param outcomes the worst first
 */
public record HealthVerdict(CheckStatus status, String reason, List<CheckOutcome> outcomes) {

    private static final Comparator<CheckOutcome> WORST_FIRST = Comparator.comparing(
                    CheckOutcome::status, Comparator.reverseOrder())
            .thenComparing(CheckOutcome::check);

    /** Sums up. */
    public static HealthVerdict of(List<CheckOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return new HealthVerdict(CheckStatus.UNKNOWN, "No health check of this model is on.", List.of());
        }
        List<CheckOutcome> sorted = outcomes.stream().sorted(WORST_FIRST).toList();
        CheckOutcome worst = sorted.getFirst();
        CheckStatus status = worst.status() == CheckStatus.WAITING ? CheckStatus.UNKNOWN : worst.status();
        return new HealthVerdict(status, reason(worst, sorted.subList(1, sorted.size())), sorted);
    }

    private static String reason(CheckOutcome worst, List<CheckOutcome> others) {
        StringBuilder reason = new StringBuilder(worst.reason());
        others.stream()
                .filter(outcome -> isTroubleBeside(worst, outcome))
                .forEach(outcome -> reason.append(" Also: ").append(Words.lower(outcome.reason())));
        String fine = others.stream()
                .filter(outcome -> outcome.status() == CheckStatus.OK)
                .map(outcome -> outcome.check().words())
                .collect(Collectors.joining(", "));
        return fine.isEmpty() ? reason.toString() : reason + " Within limits: " + fine + ".";
    }

    /** Without predictions it is clear that nothing else can be told. */
    private static boolean isTroubleBeside(CheckOutcome worst, CheckOutcome other) {
        return other.status()
                        .compareTo(worst.status() == CheckStatus.NO_DATA ? CheckStatus.WARNING : CheckStatus.UNKNOWN)
                >= 0;
    }
}
