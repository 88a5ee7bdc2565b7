package io.tidewatch.demo.replay;

import io.tidewatch.demo.feature.FeatureBuilder;
import io.tidewatch.demo.feature.FeatureVector;
import io.tidewatch.demo.flight.EvenSample;
import io.tidewatch.demo.flight.Flight;
import io.tidewatch.demo.flight.FlightFile;
import io.tidewatch.demo.flight.FlightPeriods;
import io.tidewatch.demo.flight.FlightReader;
import io.tidewatch.demo.flight.FlightTime;
import io.tidewatch.demo.flight.SampledFlight;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The flights that take part, in order of departure. All flights since January pass by, so that features see the full
 * traffic however few are replayed; one flight is in memory at a time.
 */
final class ReplayStream implements AutoCloseable {
    private static final int REPLAY_FROM = FlightTime.startOf(FlightPeriods.REPLAY);

    private final FlightReader reader;
    private final EvenSample sample;
    private final int cutoffMinute;
    private final FeatureBuilder features = new FeatureBuilder();
    private @Nullable Flight current;
    private long index = -1;
    private long replayIndex = -1;
    private long position = -1;

    ReplayStream(FlightFile flights, EvenSample sample, TimeShift shift) throws IOException {
        this.reader = flights.open();
        this.sample = sample;
        this.cutoffMinute = shift.cutoffMinute();
    }

    /** The sample that takes so many of the flights between February and the moment of the first start. */
    static EvenSample sample(FlightFile flights, TimeShift shift, long wanted, long seed) throws IOException {
        return new EvenSample(flights.count(REPLAY_FROM, shift.cutoffMinute() + 1), wanted, seed);
    }

    /** The next flight that takes part, or null at the end. */
    @Nullable
    SampledFlight next() throws IOException {
        while (true) {
            if (current != null) {
                features.departed(current);
            }
            current = reader.next();
            if (current == null || current.minute() > cutoffMinute) {
                current = null;
                return null;
            }
            index++;
            if (current.minute() < REPLAY_FROM) {
                continue;
            }
            replayIndex++;
            if (sample.takes(replayIndex)) {
                position++;
                return new SampledFlight(index, position, current);
            }
        }
    }

    /** The features of the flight that {@link #next()} gave last. */
    FeatureVector features() {
        if (current == null) {
            throw new IllegalStateException("There is no current flight");
        }
        return features.features(current);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
