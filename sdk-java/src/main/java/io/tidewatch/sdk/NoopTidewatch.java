package io.tidewatch.sdk;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does nothing, and says so: all counts are zero. */
final class NoopTidewatch implements Tidewatch {

    static final NoopTidewatch INSTANCE = new NoopTidewatch(Clock.systemUTC());

    private static final DeliveryStats NOTHING = new DeliveryStats(0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of());
    private static final FlushResult DONE = new FlushResult(true, NOTHING);

    private final Clock clock;

    NoopTidewatch(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String record(@Nullable Prediction prediction) {
        return EventFactory.idOf(prediction, clock.millis());
    }

    @Override
    public void recordGroundTruth(@Nullable GroundTruth groundTruth) {}

    @Override
    public Validation validate(@Nullable Prediction prediction) {
        return Validation.NOT_CHECKED;
    }

    @Override
    public FlushResult flush(Duration timeout) {
        return DONE;
    }

    @Override
    public boolean awaitCapacity(int events, Duration timeout) {
        return true;
    }

    @Override
    public DeliveryStats stats() {
        return NOTHING;
    }

    @Override
    public FlushResult close(Duration timeout) {
        return DONE;
    }

    @Override
    public void close() {}
}
