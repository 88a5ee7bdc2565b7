package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.json.JsonWriter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Takes events from the queue and makes payloads of them: redacts, encodes, and drops what cannot be sent. */
final class Batcher {

    private final EventQueue queue;
    private final Settings settings;
    private final Accounting accounting;
    private final EventEncoder encoder;
    private final Payload.Builder predictions = new Payload.Builder(Event.Kind.PREDICTION, 64 * 1024);
    private final Payload.Builder groundTruths = new Payload.Builder(Event.Kind.GROUND_TRUTH, 4 * 1024);
    private int taken;

    Batcher(EventQueue queue, Settings settings, Accounting accounting) {
        this.queue = queue;
        this.settings = settings;
        this.accounting = accounting;
        this.encoder = new EventEncoder(settings.version(), settings.environment());
    }

    /**
     * Adds the next batch to the target: the predictions in it come first, because a ground truth must not overtake its
     * prediction. Adds nothing if there was nothing in the queue.
     */
    void next(Collection<Payload> target) {
        taken = 0;
        while (taken < settings.batchSize() && predictions.bytes() + groundTruths.bytes() < settings.maxBatchBytes()) {
            Event event = queue.poll();
            if (event == null) {
                break;
            }
            taken++;
            DropReason problem = append(event);
            if (problem != null) {
                accounting.dropped(problem, 1);
                queue.settle(1);
            }
        }
        queue.release();
        predictions.buildInto(target);
        groundTruths.buildInto(target);
    }

    /** Whether the last batch took events from the queue, sendable or not. */
    boolean tookEvents() {
        return taken > 0;
    }

    /** Writes the event into its payload, or answers why not. */
    private @Nullable DropReason append(Event event) {
        Payload.Builder payload = event.kind() == Event.Kind.PREDICTION ? predictions : groundTruths;
        try {
            DropReason problem = write(event, payload.json());
            if (problem == null && payload.eventBytes() > settings.maxEventBytes()) {
                problem = DropReason.TOO_LARGE;
            }
            if (problem == null) {
                payload.endEvent();
            } else {
                payload.undo();
            }
            return problem;
        } catch (Throwable e) {
            // Errors, too: an event that was taken must not vanish uncounted, whatever happens.
            payload.undo();
            return DropReason.INTERNAL_ERROR;
        }
    }

    private @Nullable DropReason write(Event event, JsonWriter json) {
        if (event instanceof Event.GroundTruthEvent truth) {
            encoder.write(truth.groundTruth(), json);
            return null;
        }
        Event.PredictionEvent prediction = (Event.PredictionEvent) event;
        Redaction redaction = settings.redaction();
        if (redaction == null) {
            encoder.write(prediction, prediction.prediction(), json);
            return null;
        }
        Prediction redacted;
        try {
            redacted = redaction.apply(prediction.prediction());
        } catch (Throwable e) {
            return DropReason.REDACTION_FAILED;
        }
        if (redacted == null) {
            return DropReason.WITHHELD_BY_REDACTION;
        }
        if (redacted.problem() != null) {
            return DropReason.REDACTION_FAILED;
        }
        encoder.write(prediction, redacted, json);
        return null;
    }
}
