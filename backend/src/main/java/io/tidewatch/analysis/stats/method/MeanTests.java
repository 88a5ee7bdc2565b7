package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.distribution.StudentT;

/** Tests of the means. */
final class MeanTests {

    private MeanTests() {}

    /**
     * Student's two-sample t-test with pooled variance, two-sided: t = (mean r - mean c) / sqrt(s^2 (1/n + 1/m)) with n +
     * m - 2 degrees of freedom. It sees shifts of the mean only.
     */
    static Outcome student(NumberTable raw) {
        NumberTable table = raw.scaledByPowerOfTwo(raw.safeExponent());
        Moments reference = Moments.ofReference(table);
        Moments current = Moments.ofCurrent(table);
        long degreesOfFreedom = reference.n() + current.n() - 2;
        if (degreesOfFreedom < 1) {
            return Outcome.refused("The t-test needs at least three rows.");
        }
        double variance = (reference.squares() + current.squares()) / degreesOfFreedom;
        double difference = reference.mean() - current.mean();
        if (variance == 0) {
            return difference == 0
                    ? Outcome.test(0, 1).withNote("Both windows hold the same single value.")
                    : Outcome.test(Math.copySign(Double.POSITIVE_INFINITY, difference), 0);
        }
        double t = difference / Math.sqrt(variance * (1.0 / reference.n() + 1.0 / current.n()));
        return Outcome.test(t, StudentT.twoSided(t, (double) degreesOfFreedom));
    }
}
