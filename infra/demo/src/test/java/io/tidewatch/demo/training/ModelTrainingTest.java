package io.tidewatch.demo.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.clickhouse.embedded.EmbeddedClickHouse;
import io.tidewatch.demo.TestFlights;
import io.tidewatch.demo.feature.FeatureBuilder;
import io.tidewatch.demo.feature.FeatureVector;
import io.tidewatch.demo.flight.Flight;
import io.tidewatch.demo.flight.FlightFile;
import io.tidewatch.demo.training.TrainingSplit.Sizes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains on a small part of the real flights, read from the real Parquet file by the real engine. */
class ModelTrainingTest {
    private static final Sizes SMALL = new Sizes(30_000, 10_000, 20_000);

    @TempDir
    static Path folder;

    private static FlightFile flights;
    private static ModelStore store;
    private static DemoModels models;
    private static final List<String> LOG = new ArrayList<>();

    @BeforeAll
    static void train() throws Exception {
        try (EmbeddedClickHouse engine = EmbeddedClickHouse.builder()
                .dataDirectory(folder.resolve("engine"))
                .start()) {
            flights = FlightFile.prepare(engine.url(), TestFlights.parquet(), folder.resolve("flights.rowbinary"));
        }
        store = new ModelStore(folder, SMALL);
        models = store.loadOrTrain(flights, LOG::add);
    }

    @Test
    void allThreeMillionFlightsAreThereInOrder() throws Exception {
        long count = 0;
        int last = 0;
        try (var reader = flights.open()) {
            for (Flight flight = reader.next(); flight != null; flight = reader.next()) {
                assertThat(flight.minute()).isGreaterThanOrEqualTo(last);
                last = flight.minute();
                count++;
            }
        }
        assertThat(count).isEqualTo(3_000_000);
    }

    @Test
    void bothVersionsRankHeldOutFlightsWell() {
        assertThat(models.summary().late1().quality().rocAuc()).isGreaterThan(0.70);
        assertThat(models.summary().late2().quality().rocAuc()).isGreaterThan(0.70);
    }

    @Test
    void probabilitiesAreCalibrated() {
        // A constant answer of the true share would reach this log loss; the models must beat it.
        assertThat(models.summary().late1().quality().logLoss()).isLessThan(0.50);
        assertThat(models.summary().late2().quality().logLoss()).isLessThan(0.44);
    }

    @Test
    void minutesExplainSomethingOfTheDelay() {
        assertThat(models.summary().minutes().r2()).isGreaterThan(0.08);
    }

    @Test
    void version2IsWorseThanVersion1AtNightButNotOverall() throws Exception {
        List<TrainingRow> april = TrainingSplit.of(
                        flights, TrainingSplit.Plan.version2(), new Sizes(0, 0, SMALL.evaluate() * 2))
                .evaluate();
        List<TrainingRow> night = april.stream().filter(ModelTraining::atNight).toList();

        assertThat(auc(models.late2(), april)).isGreaterThan(auc(models.late1(), april) - 0.01);
        assertThat(auc(models.late2(), night)).isLessThan(auc(models.late1(), night) - 0.01);
        assertThat(logLoss(models.late2(), night)).isGreaterThan(logLoss(models.late1(), night));
    }

    @Test
    void trainedModelsAreKeptAndAnswerTheSame() throws Exception {
        List<String> log = new ArrayList<>();

        DemoModels loaded = store.loadOrTrain(flights, log::add);

        assertThat(log).containsExactly("Models trained before are used again");
        assertThat(LOG).contains("Training the models");
        assertThat(loaded.summary()).isEqualTo(models.summary());
        List<FeatureVector> some = someFeatures();
        assertThat(loaded.late2().probabilities(some)).isEqualTo(models.late2().probabilities(some));
        assertThat(loaded.minutes().minutes(some)).isEqualTo(models.minutes().minutes(some));
    }

    private static List<FeatureVector> someFeatures() {
        FeatureBuilder builder = new FeatureBuilder();
        return List.of(
                builder.features(new Flight(16_000_000, 0, 733, "ORD", "JFK")),
                builder.features(new Flight(16_000_700, 0, 214, "ATL", "SAV")));
    }

    private static double auc(LateModel model, List<TrainingRow> rows) {
        return quality(model, rows).rocAuc();
    }

    private static double logLoss(LateModel model, List<TrainingRow> rows) {
        return quality(model, rows).logLoss();
    }

    private static BinaryQuality quality(LateModel model, List<TrainingRow> rows) {
        return BinaryQuality.of(model.probabilitiesOf(rows), BinaryQuality.outcomes(rows, rows.size()), 0.2);
    }
}
