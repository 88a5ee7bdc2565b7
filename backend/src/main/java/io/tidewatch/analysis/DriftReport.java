package io.tidewatch.analysis;

import io.tidewatch.profile.Baseline;
import io.tidewatch.profile.WindowSelection;
import java.util.List;
import java.util.Locale;

/**
 * How a window compares with the baseline.
 *
 * @param n predictions in the window
 * @param status the worst status of a variable
 * @param reason one sentence
 * @param variables the most drifted first
 */
record DriftReport(
        WindowSelection window,
        Baseline baseline,
        long n,
        DriftStatus status,
        String reason,
        List<VariableDrift> variables) {

    /** Sums up variables that are in the order of their drift. */
    static DriftReport of(WindowSelection window, Baseline baseline, long n, List<VariableDrift> variables) {
        long drifted = variables.stream()
                .filter(variable -> variable.status().isDrift())
                .count();
        if (n == 0) {
            return new DriftReport(
                    window, baseline, n, DriftStatus.NOT_ENOUGH_DATA, "The window holds no prediction.", variables);
        }
        DriftStatus worst = variables.stream()
                .map(VariableDrift::status)
                .max(Enum::compareTo)
                .orElse(DriftStatus.NO_BASELINE);
        return new DriftReport(
                window, baseline, n, worst, reason(drifted, worst, variables, "features and outputs"), variables);
    }

    /** Number of variables that drifted. */
    int driftedCount() {
        return (int) variables.stream()
                .filter(variable -> variable.status().isDrift())
                .count();
    }

    /**
     * The reason where not all variables are watched.
     *
     * @param noun what is counted: {@code watched features and outputs}
     */
    String reason(String noun) {
        return n == 0 || variables.isEmpty() ? reason : reason(driftedCount(), status, variables, noun);
    }

    private static String reason(long drifted, DriftStatus worst, List<VariableDrift> variables, String noun) {
        return switch (worst) {
            case NO_BASELINE -> "The baseline has no values of these features.";
            case NOT_ENOUGH_DATA -> "Too few predictions to tell.";
            case OK -> "None of " + variables.size() + " " + noun + " drifted.";
            case WARNING, CRITICAL -> {
                VariableDrift first = variables.getFirst();
                yield String.format(
                        Locale.ROOT,
                        "%d of %d %s drifted, most of all %s.",
                        drifted,
                        variables.size(),
                        noun,
                        first.variable().name());
            }
        };
    }
}
