package io.tidewatch.demo.training;

import io.tidewatch.demo.flight.FlightFile;
import io.tidewatch.demo.training.TrainingSplit.Sizes;
import java.io.IOException;
import java.nio.file.Path;

/** Models for tests of what happens around them: trained in a moment, without much skill. */
public final class TinyModels {
    private TinyModels() {}

    public static DemoModels train(FlightFile flights, Path folder) throws IOException {
        return new ModelStore(folder, new Sizes(400, 200, 200)).loadOrTrain(flights, line -> {});
    }
}
