package io.tidewatch.sdk.internal.profile;

/** Count, mean, standard deviation and extremes of a stream of finite numbers (Welford's method). */
public final class Moments {

    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Adds a finite value. */
    public void add(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /** How many values. */
    public long count() {
        return count;
    }

    /** The mean; NaN without a value. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** The standard deviation of the sample; NaN with less than two values. */
    public double standardDeviation() {
        return count < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares / (count - 1)));
    }

    /** The smallest value; infinite without one. */
    public double min() {
        return min;
    }

    /** The largest value; infinite without one. */
    public double max() {
        return max;
    }
}
