package io.tidewatch.demo.training;

import io.tidewatch.demo.feature.DemoFeature;
import io.tidewatch.demo.flight.Daypart;
import io.tidewatch.demo.flight.FlightFile;
import io.tidewatch.demo.training.TrainingSplit.Plan;
import io.tidewatch.demo.training.TrainingSplit.Sizes;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Trains, calibrates and measures all models of the demo. */
public final class ModelTraining {
    /** With more rows the ROC AUC rises by less than 0.01, and training takes minutes on a busy machine. */
    static final Sizes SIZES = new Sizes(120_000, 40_000, 150_000);

    private final FlightFile flights;
    private final Sizes sizes;
    private final Consumer<String> log;

    ModelTraining(FlightFile flights, Sizes sizes, Consumer<String> log) {
        this.flights = flights;
        this.sizes = sizes;
        this.log = log;
    }

    DemoModels train() throws IOException {
        // One split at a time: together they would be most of the heap.
        TrainingSplit january = TrainingSplit.of(flights, Plan.version1(), sizes);
        MinutesModel minutes = MinutesModel.train(january);
        ValueQuality minutesQuality = ValueQuality.of(minutes.minutesOf(january.evaluate()), january.evaluate());
        log.accept("delay-minutes version 1, held out: " + minutesQuality);
        Trained first = trainLate("1", Plan.version1(), january);
        TrainingSplit spring = TrainingSplit.of(flights, Plan.version2(), sizes);
        Trained second = trainLate("2", Plan.version2(), spring);
        return new DemoModels(
                first.model(),
                second.model(),
                minutes,
                new ModelSummary(first.summary(), second.summary(), minutesQuality));
    }

    private record Trained(LateModel model, ModelSummary.Late summary) {}

    private Trained trainLate(String version, Plan plan, TrainingSplit split) {
        LateModel model = LateModel.train(split);
        List<TrainingRow> calibration = split.calibrate();
        double threshold = BinaryQuality.bestF1Threshold(
                model.probabilitiesOf(calibration), BinaryQuality.outcomes(calibration, calibration.size()));
        BinaryQuality all = quality(model, split.evaluate(), threshold);
        BinaryQuality night = quality(
                model, split.evaluate().stream().filter(ModelTraining::atNight).toList(), threshold);
        log.accept("flight-delay version %s, held out: %s".formatted(version, all));
        log.accept("flight-delay version %s, held out, at night: %s".formatted(version, night));
        return new Trained(
                model,
                new ModelSummary.Late(
                        model.calibration().slope(),
                        model.calibration().intercept(),
                        threshold,
                        plan.trainFrom().toString(),
                        plan.evaluateFrom().toString(),
                        all,
                        night));
    }

    private static BinaryQuality quality(LateModel model, List<TrainingRow> rows, double threshold) {
        return BinaryQuality.of(model.probabilitiesOf(rows), BinaryQuality.outcomes(rows, rows.size()), threshold);
    }

    static boolean atNight(TrainingRow row) {
        return Daypart.of((int) row.features().number(DemoFeature.HOUR)) == Daypart.NIGHT;
    }
}
