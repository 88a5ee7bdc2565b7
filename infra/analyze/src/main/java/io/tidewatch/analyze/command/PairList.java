package io.tidewatch.analyze.command;

import java.util.Arrays;

/** Growing list of pairs of numbers. */
final class PairList {

    private double[] truth = new double[256];
    private double[] prediction = new double[256];
    private int size;

    void add(double truthValue, double predictionValue) {
        if (size == truth.length) {
            int capacity = size + (size >> 1);
            truth = Arrays.copyOf(truth, capacity);
            prediction = Arrays.copyOf(prediction, capacity);
        }
        truth[size] = truthValue;
        prediction[size] = predictionValue;
        size++;
    }

    int size() {
        return size;
    }

    double[] truth() {
        return Arrays.copyOf(truth, size);
    }

    double[] prediction() {
        return Arrays.copyOf(prediction, size);
    }
}
