package io.tidewatch.demo.replay;

import io.tidewatch.demo.flight.EvenSample;
import java.time.Instant;
import java.util.UUID;

/**
 * Prediction ids that follow from the event alone: UUIDs of version 7 whose random part is a hash. Sending an event again
 * after an interruption is then a duplicate, which the backend counts once.
 */
final class EventId {
    private static final long TIME_MASK = 0xFFFF_FFFF_FFFFL;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private EventId() {}

    /**
     * The id of a model's prediction for one flight.
     *
     * @param model key of the model
     * @param flightIndex position of the flight among all flights in order of departure
     * @param occurredAt when the prediction happens in the replay
     */
    static String of(String model, long flightIndex, Instant occurredAt) {
        long first = EvenSample.mix(model.hashCode() * 0x9E37_79B9_7F4A_7C15L ^ flightIndex);
        long second = EvenSample.mix(first ^ flightIndex);
        long high = (occurredAt.toEpochMilli() & TIME_MASK) << 16 | VERSION_7 | (first & 0xFFF);
        long low = VARIANT | second >>> 2;
        return new UUID(high, low).toString();
    }
}
