package io.tidewatch.demo.feed;

import io.tidewatch.demo.feature.DemoFeature;
import io.tidewatch.demo.flight.Flight;
import io.tidewatch.demo.training.ModelSummary;
import io.tidewatch.sdk.GroundTruth;
import io.tidewatch.sdk.PredictionBuilder;
import io.tidewatch.sdk.registry.ModelDefinition;
import io.tidewatch.sdk.registry.ModelTask;
import io.tidewatch.sdk.registry.VersionDefinition;
import java.time.ZoneOffset;
import java.util.List;

/** {@code delay-minutes}: how many minutes after schedule will this flight arrive? One version. */
final class DelayMinutesFeed implements ModelFeed {
    private static final String VERSION = "1";
    private static final FeatureSchema SCHEMA = new FeatureSchema(DemoFeature.all());

    private final ModelSummary summary;
    private final String keySuffix;

    DelayMinutesFeed(ModelSummary summary, String keySuffix) {
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
                "delay-minutes" + keySuffix,
                "Delay in minutes",
                ModelTask.REGRESSION,
                DemoOrganizations.NETWORK_TEAM,
                "How many minutes after schedule will a flight arrive? Asked at departure. Real US flights of 2001.");
    }

    @Override
    public List<VersionDefinition> versions() {
        VersionDefinition.Builder version = VersionDefinition.builder(VERSION)
                .description("Trained on January, in use from February.")
                .outputUnit("min")
                .parameter("algorithm", "gradient-boosted trees")
                .trainedOn(
                        summary.late1().firstDay().atStartOfDay().toInstant(ZoneOffset.UTC),
                        summary.late1().endDay().atStartOfDay().toInstant(ZoneOffset.UTC));
        summary.minutes().asMap().forEach(version::metric);
        SCHEMA.register(version);
        return List.of(version.build());
    }

    @Override
    public List<ValidationResult> validations() {
        return List.of(new ValidationResult(
                VERSION,
                "February, all flights",
                summary.minutes().rows(),
                summary.minutes().asMap()));
    }

    @Override
    public boolean takes(long position) {
        return true;
    }

    @Override
    public PredictionBuilder prediction(ScoredFlight scored) {
        PredictionBuilder prediction =
                Flights.prediction(scored).version(VERSION).predictedValue(scored.delayMinutes());
        SCHEMA.record(scored.features(), prediction);
        return prediction;
    }

    @Override
    public GroundTruth groundTruth(String predictionId, Flight flight) {
        return GroundTruth.ofValue(predictionId, flight.delayMinutes());
    }
}
