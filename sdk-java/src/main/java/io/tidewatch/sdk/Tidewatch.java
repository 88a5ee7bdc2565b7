package io.tidewatch.sdk;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends the predictions of one model to Tidewatch, in the background. Make one per model, keep it as long as the service
 * runs, and close it at the end:
 *
 * {@snippet class="io.tidewatch.sdk.examples.Examples" region="three-lines"}
 *
 * <p>After {@link TidewatchBuilder#build()} no method throws, whatever the server, the network or the arguments are like.
 * {@link #record} and {@link #recordGroundTruth} never wait: they put the event into a bounded queue, or count why not.
 * {@link #flush}, {@link #close} and {@link #awaitCapacity} wait on purpose, up to the time they are given.
 * All methods may be called from any thread.
 *
 * <p>This interface may gain methods; it is not for implementing. Tests use
 * {@link io.tidewatch.sdk.testing.RecordingTidewatch}.
 */
public interface Tidewatch extends AutoCloseable {

    /** Starts a client. */
    static TidewatchBuilder builder() {
        return new TidewatchBuilder();
    }

    /**
     * A client set up by environment variables ({@link TidewatchBuilder#environmentVariables}); with
     * {@code TIDEWATCH_ENABLED=false} one that does nothing.
     *
     * @throws IllegalArgumentException if a variable is missing or cannot be used
     */
    static Tidewatch fromEnvironment() {
        return builder().environmentVariables(System.getenv()).build();
    }

    /** A client that sends nothing, for switching Tidewatch off. Ids are still made. */
    static Tidewatch noop() {
        return NoopTidewatch.INSTANCE;
    }

    /**
     * Records a prediction.
     *
     * @return its id, to which the ground truth will refer: the one it was built with, or a new UUID of version 7. There
     *     always is one, also if the prediction was dropped
     */
    String record(@Nullable Prediction prediction);

    /** Records a prediction as it is built so far. */
    default String record(@Nullable PredictionBuilder prediction) {
        // Not even a null throws: the client counts it as invalid.
        Prediction built = prediction == null ? null : prediction.build();
        return record(built);
    }

    /** Records what really happened. It is never sent before a prediction recorded earlier with this client. */
    void recordGroundTruth(@Nullable GroundTruth groundTruth);

    /**
     * Records a prediction whose outcome is known already, as when history is loaded: first the prediction, then its ground
     * truth.
     *
     * @param outcome makes the ground truth for the prediction's id, such as {@code id -> GroundTruth.ofClass(id, "late")}. If it
     *     throws or answers null, the ground truth is counted as invalid
     * @return the prediction's id
     */
    default String record(
            @Nullable Prediction prediction, @Nullable Function<String, ? extends @Nullable GroundTruth> outcome) {
        String id = record(prediction);
        GroundTruth groundTruth;
        try {
            groundTruth = outcome == null ? null : outcome.apply(id);
        } catch (RuntimeException e) {
            // The host's own code; the client counts what it did not make.
            groundTruth = null;
        }
        recordGroundTruth(groundTruth);
        return id;
    }

    /** Records a prediction as it is built so far, and its outcome. */
    default String record(
            @Nullable PredictionBuilder prediction,
            @Nullable Function<String, ? extends @Nullable GroundTruth> outcome) {
        Prediction built = prediction == null ? null : prediction.build();
        return record(built, outcome);
    }

    /**
     * Checks a prediction against the feature schema of its version: types, ranges, categories, required features. It only
     * looks at what the client has fetched in the background, so it never waits, and it records nothing.
     *
     * @return what does not fit, or that nothing was checked: {@link TidewatchBuilder#validation} is off, or the schema is not
     *     known (yet)
     */
    Validation validate(@Nullable Prediction prediction);

    /**
     * Waits until the fate of everything recorded before this call is settled, or time is up. Meant for the end of jobs and
     * for functions that are frozen between calls; services need not call it. Retries keep their pace.
     */
    FlushResult flush(Duration timeout);

    /**
     * Waits until the queue has room for that many events, for jobs that record faster than a network can carry and would
     * rather wait than drop. Services should not call it.
     *
     * @return whether there was room before the time was up
     */
    boolean awaitCapacity(int events, Duration timeout);

    /** What became of everything recorded so far. */
    DeliveryStats stats();

    /**
     * Stops taking events, delivers what is there, writes the rest to the spool if there is one, and ends all threads.
     * Takes at most a moment longer than {@code timeout}. Later calls answer what the first one achieved.
     */
    FlushResult close(Duration timeout);

    /** Closes within {@link TidewatchBuilder#closeTimeout}. */
    @Override
    void close();
}
