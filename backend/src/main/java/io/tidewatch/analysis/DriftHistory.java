package io.tidewatch.analysis;

import java.time.Instant;
import java.util.List;

/**
 * How drift of variables went over time.
 *
 * @param variables in the order of the model
 */
record DriftHistory(Interval interval, List<OfVariable> variables) {

    /** One variable. */
    record OfVariable(String name, List<Point> points) {}

    /**
     * One step that has predictions.
     *
     * @param n values of the variable in the step
     * @param effect debiased PSI, NaN where there are too few
     * @param psi Evidently's, NaN where it was not asked for
     * @param ks p-value of the Kolmogorov-Smirnov test, NaN where it was not asked for or is not defined
     * @param isComplete whether the step is over; one that is not has not seen all hours of the day, and is not judged
     */
    record Point(
            Instant start,
            Instant end,
            long n,
            double effect,
            double psi,
            double ks,
            DriftStatus status,
            boolean isComplete) {}
}
