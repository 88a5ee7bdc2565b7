package io.tidewatch.ingestion;

import io.tidewatch.ingestion.log.Frame;
import io.tidewatch.ingestion.log.LogFolder;
import java.util.ArrayList;
import java.util.List;

/** Entries of the log that are stored together. */
final class LogBatch {

    private final List<PredictionFrame> predictions = new ArrayList<>();
    private final List<TruthFrame> truths = new ArrayList<>();
    private long firstSequence;
    private long lastSequence;
    private long bytes;
    private int rows;

    void add(Frame frame) {
        if (isEmpty()) {
            firstSequence = frame.sequence();
        }
        lastSequence = frame.sequence();
        bytes += LogFolder.bytes(frame);
        rows += frame.rows();
        switch (frame.kind()) {
            case PredictionEntry.KIND -> predictions.add(new PredictionFrame(frame));
            case TruthEntry.KIND -> truths.add(TruthFrame.of(frame));
            default -> throw new IllegalStateException("The log holds an entry of kind " + frame.kind());
        }
    }

    boolean isEmpty() {
        return lastSequence == 0;
    }

    List<PredictionFrame> predictions() {
        return predictions;
    }

    List<TruthFrame> truths() {
        return truths;
    }

    long firstSequence() {
        return firstSequence;
    }

    long lastSequence() {
        return lastSequence;
    }

    /** Bytes in the log. */
    long bytes() {
        return bytes;
    }

    /** Number of events. */
    int rows() {
        return rows;
    }
}
