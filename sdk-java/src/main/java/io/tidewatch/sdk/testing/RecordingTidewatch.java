package io.tidewatch.sdk.testing;

import io.tidewatch.sdk.DeliveryStats;
import io.tidewatch.sdk.DropReason;
import io.tidewatch.sdk.FlushResult;
import io.tidewatch.sdk.GroundTruth;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.Tidewatch;
import io.tidewatch.sdk.Validation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was recorded, for assertions in tests. Ids are {@code prediction-1}, {@code prediction-2} and so on unless
 * given. Events the real client would drop as {@link DropReason#INVALID} or {@link DropReason#CLOSED} are dropped here,
 * too. Thread-safe.
 *
 * {@snippet class="io.tidewatch.sdk.examples.Examples" region="testing"}
 */
public final class RecordingTidewatch implements Tidewatch {

    private final Map<String, Prediction> predictions = new LinkedHashMap<>();
    private final List<GroundTruth> groundTruths = new ArrayList<>();
    private final Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
    private long calls;
    private long ids;
    private boolean closed;

    /** Creates a client that has recorded nothing. */
    public RecordingTidewatch() {}

    /** The predictions, oldest first; those built without an id have the one that was handed out. */
    public synchronized List<Prediction> predictions() {
        return List.copyOf(predictions.values());
    }

    /**
     * The prediction with that id.
     *
     * @throws AssertionError if there is none
     */
    public synchronized Prediction prediction(String predictionId) {
        Prediction prediction = predictions.get(predictionId);
        if (prediction == null) {
            throw new AssertionError("no prediction " + predictionId + "; recorded: " + predictions.keySet());
        }
        return prediction;
    }

    /** The ground truths, oldest first. */
    public synchronized List<GroundTruth> groundTruths() {
        return List.copyOf(groundTruths);
    }

    /** Whether {@code close()} was called. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Forgets everything recorded; ids go on counting. */
    public synchronized void clear() {
        predictions.clear();
        groundTruths.clear();
        dropped.clear();
        calls = 0;
    }

    @Override
    public synchronized String record(@Nullable Prediction prediction) {
        calls++;
        String given = prediction == null ? null : prediction.predictionId();
        String id = given == null ? "prediction-" + ++ids : given;
        if (prediction == null || prediction.problem() != null) {
            drop(DropReason.INVALID);
        } else if (closed) {
            drop(DropReason.CLOSED);
        } else {
            predictions.put(id, prediction.toBuilder().predictionId(id).build());
        }
        return id;
    }

    @Override
    public synchronized void recordGroundTruth(@Nullable GroundTruth groundTruth) {
        calls++;
        if (groundTruth == null || groundTruth.problem() != null) {
            drop(DropReason.INVALID);
        } else if (closed) {
            drop(DropReason.CLOSED);
        } else {
            groundTruths.add(groundTruth);
        }
    }

    /** Nothing is checked here: there is no schema. */
    @Override
    public Validation validate(@Nullable Prediction prediction) {
        return new Validation(false, List.of());
    }

    private void drop(DropReason reason) {
        dropped.merge(reason, 1L, Long::sum);
    }

    @Override
    public synchronized FlushResult flush(Duration timeout) {
        return new FlushResult(true, stats());
    }

    @Override
    public boolean awaitCapacity(int events, Duration timeout) {
        return true;
    }

    @Override
    public synchronized DeliveryStats stats() {
        long lost = dropped.values().stream().mapToLong(Long::longValue).sum();
        return new DeliveryStats(calls, 0, 0, calls - lost, 0, 0, 0, dropped, Map.of());
    }

    @Override
    public synchronized FlushResult close(Duration timeout) {
        closed = true;
        return flush(timeout);
    }

    @Override
    public void close() {
        FlushResult unused = close(Duration.ZERO);
    }
}
