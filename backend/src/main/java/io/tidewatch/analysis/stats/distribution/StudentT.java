package io.tidewatch.analysis.stats.distribution;

import org.apache.commons.math3.special.Beta;

/** Tail of Student's t distribution. */
public final class StudentT {

    private StudentT() {}

    /** P(|T| >= |t|). */
    public static double twoSided(double t, double degreesOfFreedom) {
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        double square = t * t;
        if (square == 0) {
            return 1;
        }
        double x = degreesOfFreedom / (degreesOfFreedom + square);
        return Beta.regularizedBeta(x, degreesOfFreedom / 2, 0.5);
    }
}
