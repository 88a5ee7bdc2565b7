package io.tidewatch.demo.training;

import io.tidewatch.demo.feature.FeatureBuilder;
import io.tidewatch.demo.flight.Daypart;
import io.tidewatch.demo.flight.EvenSample;
import io.tidewatch.demo.flight.Flight;
import io.tidewatch.demo.flight.FlightFile;
import io.tidewatch.demo.flight.FlightPeriods;
import io.tidewatch.demo.flight.FlightReader;
import io.tidewatch.demo.flight.FlightTime;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rows of one model version: training, then calibration, then evaluation, each later in time than the one before.
 *
 * @param train what the trees learn from
 * @param calibrate what maps scores to probabilities and sets the threshold; not seen by the trees
 * @param evaluate held out: what the reported quality is measured on
 */
record TrainingSplit(List<TrainingRow> train, List<TrainingRow> calibrate, List<TrainingRow> evaluate) {
    private static final long SEED = 20010101;

    /**
     * Which flights a version is made of.
     *
     * @param extract flights that reached training and calibration; evaluation always sees all
     */
    record Plan(
            LocalDate trainFrom,
            LocalDate calibrateFrom,
            LocalDate evaluateFrom,
            LocalDate end,
            Predicate<Flight> extract) {
        /** January trains, its last week calibrates, February is held out. */
        static Plan version1() {
            return new Plan(
                    FlightPeriods.TRAINING,
                    LocalDate.of(2001, 1, 25),
                    FlightPeriods.REPLAY,
                    LocalDate.of(2001, 3, 1),
                    flight -> true);
        }

        /**
         * February and March train and calibrate, April is held out. The extract lost every departure between 21:00 and
         * 5:00, as if its job had run from morning to evening only: this is what makes version 2 weak at night.
         */
        static Plan version2() {
            return new Plan(
                    FlightPeriods.REPLAY,
                    LocalDate.of(2001, 3, 22),
                    FlightPeriods.VERSION_2,
                    LocalDate.of(2001, 5, 1),
                    flight -> Daypart.of(flight.hour()) != Daypart.NIGHT);
        }
    }

    /** How many rows each part has at most. */
    record Sizes(int train, int calibrate, int evaluate) {}

    static TrainingSplit of(FlightFile flights, Plan plan, Sizes sizes) throws IOException {
        Part train = new Part(flights, plan.trainFrom(), plan.calibrateFrom(), sizes.train(), plan.extract());
        Part calibrate =
                new Part(flights, plan.calibrateFrom(), plan.evaluateFrom(), sizes.calibrate(), plan.extract());
        Part evaluate = new Part(flights, plan.evaluateFrom(), plan.end(), sizes.evaluate(), flight -> true);
        List<Part> parts = List.of(train, calibrate, evaluate);
        int end = FlightTime.startOf(plan.end());
        FeatureBuilder builder = new FeatureBuilder();
        try (FlightReader reader = flights.open()) {
            for (Flight flight = reader.next(); flight != null && flight.minute() < end; flight = reader.next()) {
                for (Part part : parts) {
                    part.offer(flight, builder);
                }
                builder.departed(flight);
            }
        }
        return new TrainingSplit(train.rows, calibrate.rows, evaluate.rows);
    }

    /** One stretch of time, evenly sampled. */
    private static final class Part {
        private final int from;
        private final int to;
        private final EvenSample sample;
        private final Predicate<Flight> extract;
        private final List<TrainingRow> rows = new ArrayList<>();
        private long index;

        Part(FlightFile flights, LocalDate from, LocalDate to, int size, Predicate<Flight> extract) throws IOException {
            this.from = FlightTime.startOf(from);
            this.to = FlightTime.startOf(to);
            this.sample = new EvenSample(flights.count(this.from, this.to), size, SEED);
            this.extract = extract;
        }

        void offer(Flight flight, FeatureBuilder builder) {
            if (flight.minute() < from || flight.minute() >= to) {
                return;
            }
            if (sample.takes(index) && extract.test(flight)) {
                rows.add(new TrainingRow(builder.features(flight), flight.delayMinutes()));
            }
            index++;
        }
    }
}
