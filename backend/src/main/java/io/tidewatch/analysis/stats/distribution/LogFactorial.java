package io.tidewatch.analysis.stats.distribution;

/** Logarithms of factorials: a table for small numbers, Stirling's series beyond. */
final class LogFactorial {

    private static final double[] TABLE = table(1_024);
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private LogFactorial() {}

    /** ln(n!) to about 15 digits. */
    static double of(long n) {
        if (n < TABLE.length) {
            return TABLE[(int) n];
        }
        double x = (double) n;
        double inverse = 1 / x;
        double series = inverse * (1.0 / 12 - inverse * inverse * (1.0 / 360 - inverse * inverse / 1260));
        return (x + 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series;
    }

    private static double[] table(int size) {
        double[] table = new double[size];
        for (int n = 2; n < size; n++) {
            table[n] = table[n - 1] + Math.log(n);
        }
        return table;
    }
}
