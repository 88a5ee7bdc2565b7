package io.tidewatch.demo.feed;

import io.tidewatch.demo.feature.DemoFeature;
import io.tidewatch.demo.flight.Flight;
import io.tidewatch.demo.training.BinaryQuality;
import io.tidewatch.demo.training.LateModel;
import io.tidewatch.demo.training.ModelSummary;
import io.tidewatch.sdk.GroundTruth;
import io.tidewatch.sdk.PredictionBuilder;
import io.tidewatch.sdk.registry.ModelDefinition;
import io.tidewatch.sdk.registry.ModelTask;
import io.tidewatch.sdk.registry.VersionDefinition;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** {@code flight-delay}: will this flight arrive more than 15 minutes late? Two versions. */
final class FlightDelayFeed implements ModelFeed {
    static final String VERSION_1 = "1";
    static final String VERSION_2 = "2";

    private static final FeatureSchema SCHEMA = new FeatureSchema(DemoFeature.all());

    private final ModelSummary summary;
    private final String keySuffix;

    FlightDelayFeed(ModelSummary summary, String keySuffix) {
        this.summary = summary;
        this.keySuffix = keySuffix;
    }

    @Override
    public String organization() {
        return DemoOrganizations.AIRLINE;
    }

    @Override
    public ModelDefinition model() {
        return new ModelDefinition(
                "flight-delay" + keySuffix,
                "Flight delay",
                ModelTask.BINARY,
                DemoOrganizations.DELAYS_TEAM,
                "Will a flight arrive more than 15 minutes late? Asked at departure. Real US flights of 2001.");
    }

    @Override
    public List<VersionDefinition> versions() {
        return List.of(
                version(VERSION_1, "Trained on January, in use from February.", summary.late1()),
                version(VERSION_2, "Trained on February and March, in use from April.", summary.late2()));
    }

    @Override
    public List<ValidationResult> validations() {
        List<ValidationResult> results = new ArrayList<>();
        results.addAll(validations(VERSION_1, "February", summary.late1()));
        results.addAll(validations(VERSION_2, "April", summary.late2()));
        return results;
    }

    private static List<ValidationResult> validations(String version, String month, ModelSummary.Late late) {
        return List.of(
                result(version, month + ", all flights", late.quality()),
                result(version, month + ", night flights", late.nightQuality()));
    }

    private static ValidationResult result(String version, String name, BinaryQuality quality) {
        return new ValidationResult(version, name, quality.rows(), quality.asMap());
    }

    @Override
    public boolean takes(long position) {
        return true;
    }

    @Override
    public PredictionBuilder prediction(ScoredFlight scored) {
        double threshold = (scored.version().equals(VERSION_1) ? summary.late1() : summary.late2()).threshold();
        boolean late = scored.lateProbability() >= threshold;
        PredictionBuilder prediction = Flights.prediction(scored)
                .version(scored.version())
                .score(scored.lateProbability())
                .predictedClass(late ? LateModel.LATE : LateModel.ON_TIME);
        SCHEMA.record(scored.features(), prediction);
        return prediction;
    }

    @Override
    public GroundTruth groundTruth(String predictionId, Flight flight) {
        return GroundTruth.ofClass(predictionId, flight.late() ? LateModel.LATE : LateModel.ON_TIME);
    }

    private static VersionDefinition version(String name, String description, ModelSummary.Late late) {
        VersionDefinition.Builder version = VersionDefinition.builder(name)
                .description(description)
                .classes(List.of(LateModel.ON_TIME, LateModel.LATE))
                .positiveClass(LateModel.LATE)
                .threshold(late.threshold())
                .parameter("algorithm", "gradient-boosted trees, Platt scaling")
                .trainedOn(
                        late.firstDay().atStartOfDay().toInstant(ZoneOffset.UTC),
                        late.endDay().atStartOfDay().toInstant(ZoneOffset.UTC));
        late.quality().asMap().forEach(version::metric);
        SCHEMA.register(version);
        return version.build();
    }
}
