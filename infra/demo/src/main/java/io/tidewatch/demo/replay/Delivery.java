package io.tidewatch.demo.replay;

import io.tidewatch.demo.feed.ModelFeed;
import io.tidewatch.demo.feed.ScoredFlight;
import io.tidewatch.demo.flight.SampledFlight;
import io.tidewatch.sdk.DeliveryStats;
import io.tidewatch.sdk.FlushResult;
import io.tidewatch.sdk.PredictionBuilder;
import io.tidewatch.sdk.Tidewatch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Hands events to one SDK client per model. Waits where a service would drop: a replay has time. */
final class Delivery implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final TimeShift shift;
    private final List<Channel> channels;

    /**
     * A model with the client that serves it.
     *
     * @param client sends for this model only
     */
    record Channel(ModelFeed feed, Tidewatch client) {}

    Delivery(TimeShift shift, List<Channel> channels) {
        this.shift = shift;
        this.channels = List.copyOf(channels);
    }

    /** Records the predictions of all models for these flights. */
    void predictions(List<ScoredFlight> flights) throws IOException {
        for (Channel channel : channels) {
            waitForRoom(channel, flights.size());
            for (ScoredFlight scored : flights) {
                if (channel.feed().takes(scored.sampled().position())) {
                    PredictionBuilder prediction =
                            channel.feed().prediction(scored).predictionId(id(channel, scored.sampled()));
                    channel.client().record(prediction);
                }
            }
        }
    }

    /** Records what became of a flight, observed a day after its departure. */
    void groundTruths(List<SampledFlight> flights) throws IOException {
        for (Channel channel : channels) {
            waitForRoom(channel, flights.size());
            for (SampledFlight sampled : flights) {
                if (channel.feed().takes(sampled.position())) {
                    channel.client()
                            .recordGroundTruth(channel.feed()
                                    .groundTruth(id(channel, sampled), sampled.flight())
                                    .observedAt(shift.toInstant(sampled.flight().minute())
                                            .plus(ONE_DAY)));
                }
            }
        }
    }

    /**
     * Waits until the backend has confirmed everything recorded so far.
     *
     * @throws IOException if it did not, or refused a part
     */
    void confirm() throws IOException {
        for (Channel channel : channels) {
            FlushResult result = channel.client().flush(PATIENCE);
            DeliveryStats stats = result.stats();
            if (stats.dropped() > 0) {
                throw new IOException("The backend did not take %,d events of %s: %s %s"
                        .formatted(
                                stats.dropped(),
                                channel.feed().model().key(),
                                stats.droppedByReason(),
                                stats.rejectedByCode()));
            }
            if (!result.complete()) {
                throw notTaken(channel);
            }
        }
    }

    @Override
    public void close() {
        channels.forEach(channel -> channel.client().close());
    }

    private void waitForRoom(Channel channel, int events) throws IOException {
        if (!channel.client().awaitCapacity(events, PATIENCE)) {
            throw notTaken(channel);
        }
    }

    private String id(Channel channel, SampledFlight sampled) {
        return EventId.of(
                channel.feed().model().key(),
                sampled.index(),
                shift.toInstant(sampled.flight().minute()));
    }

    private static IOException notTaken(Channel channel) {
        return new IOException("The backend took no events of %s for %d s"
                .formatted(channel.feed().model().key(), PATIENCE.toSeconds()));
    }
}
