package io.tidewatch.sdk.experiment;

import java.util.Arrays;

/**
 * A metric over the steps of a run, in bounded memory: when it is full, every other point goes, and from then on only every
 * second, fourth, ... of the points that come is kept. The newest point is always kept.
 */
final class Series {

    static final int MAX_POINTS = 1000;

    private final long[] steps = new long[MAX_POINTS];
    private final double[] values = new double[MAX_POINTS];
    private int size;
    private long seen;
    private long stride = 1;

    /** Adds a point; false if its step is not above the last one. A step that comes again replaces its value. */
    boolean add(long step, double value) {
        if (size > 0 && step == steps[size - 1]) {
            values[size - 1] = value;
            return true;
        }
        if (step < 0 || (size > 0 && step < steps[size - 1])) {
            return false;
        }
        // The newest point, if it is there for no other reason, makes room for the next one.
        if (size > 1 && (seen - 1) % stride != 0) {
            size--;
        }
        if (size == MAX_POINTS) {
            thin();
        }
        steps[size] = step;
        values[size] = value;
        size++;
        seen++;
        return true;
    }

    private void thin() {
        for (int i = 0; i < MAX_POINTS / 2; i++) {
            steps[i] = steps[2 * i];
            values[i] = values[2 * i];
        }
        size = MAX_POINTS / 2;
        stride *= 2;
    }

    int size() {
        return size;
    }

    long[] steps() {
        return Arrays.copyOf(steps, size);
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }
}
