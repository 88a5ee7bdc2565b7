package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.id.UuidV7;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives predictions their identity: an id and a time. */
final class EventFactory {

    private static final long MAX_EPOCH_SECOND = Long.MAX_VALUE / 1000 - 1;

    private EventFactory() {}

    /** The prediction's own id, or a new one that carries its time. */
    static String idOf(@Nullable Prediction prediction, long nowMillis) {
        if (prediction == null) {
            return UuidV7.next(nowMillis);
        }
        String id = prediction.predictionId();
        if (id != null) {
            return id;
        }
        Instant occurredAt = prediction.occurredAt();
        return UuidV7.next(occurredAt == null ? nowMillis : millis(occurredAt));
    }

    /** What the queue held together: a prediction with its id, or a ground truth, which has an id of its own. */
    static Event event(Object recorded, @Nullable String id, long nowMillis) {
        return id == null
                ? new Event.GroundTruthEvent((GroundTruth) recorded)
                : event((Prediction) recorded, id, nowMillis);
    }

    static Event.PredictionEvent event(Prediction prediction, String id, long nowMillis) {
        Instant occurredAt = prediction.occurredAt();
        if (occurredAt != null) {
            return new Event.PredictionEvent(prediction, id, occurredAt.getEpochSecond(), occurredAt.getNano());
        }
        int nano = (int) Math.floorMod(nowMillis, 1000L) * 1_000_000;
        return new Event.PredictionEvent(prediction, id, Math.floorDiv(nowMillis, 1000L), nano);
    }

    /** Like {@link Instant#toEpochMilli()}, which throws for times that do not fit. */
    private static long millis(Instant time) {
        long second = Math.min(Math.max(time.getEpochSecond(), -MAX_EPOCH_SECOND), MAX_EPOCH_SECOND);
        return second * 1000 + time.getNano() / 1_000_000;
    }
}
