package io.tidewatch.demo.feed;

import io.tidewatch.demo.feature.DemoFeature;
import io.tidewatch.demo.flight.Flight;
import io.tidewatch.demo.training.LateModel;
import io.tidewatch.sdk.GroundTruth;
import io.tidewatch.sdk.PredictionBuilder;
import io.tidewatch.sdk.registry.ModelDefinition;
import io.tidewatch.sdk.registry.ModelTask;
import io.tidewatch.sdk.registry.VersionDefinition;
import java.util.List;

/**
 * {@code late-rule}: the second organization's model, a rule without training. Its score is the late share of the origin's
 * flights that landed lately. It is asked about every fifth flight.
 */
final class LateRuleFeed implements ModelFeed {
    private static final String VERSION = "1";
    private static final double THRESHOLD = 0.3;
    private static final int EVERY = 5;
    private static final FeatureSchema SCHEMA = new FeatureSchema(List.of(
            DemoFeature.HOUR,
            DemoFeature.DISTANCE,
            DemoFeature.ORIGIN,
            DemoFeature.ORIGIN_RECENT_LATE_SHARE,
            DemoFeature.ORIGIN_RECENT_DEPARTURES));

    private final String keySuffix;

    LateRuleFeed(String keySuffix) {
        this.keySuffix = keySuffix;
    }

    @Override
    public String organization() {
        return DemoOrganizations.AIRPORT;
    }

    @Override
    public ModelDefinition model() {
        return new ModelDefinition(
                "late-rule" + keySuffix,
                "Late by rule of thumb",
                ModelTask.BINARY,
                DemoOrganizations.OPERATIONS_TEAM,
                "Late if many flights from the same airport were late lately. A rule, as a yardstick for models.");
    }

    @Override
    public List<VersionDefinition> versions() {
        VersionDefinition.Builder version = VersionDefinition.builder(VERSION)
                .description("A rule; nothing was trained.")
                .classes(List.of(LateModel.ON_TIME, LateModel.LATE))
                .positiveClass(LateModel.LATE)
                .threshold(THRESHOLD);
        SCHEMA.register(version);
        return List.of(version.build());
    }

    @Override
    public boolean takes(long position) {
        return position % EVERY == 0;
    }

    @Override
    public PredictionBuilder prediction(ScoredFlight scored) {
        double score = scored.features().number(DemoFeature.ORIGIN_RECENT_LATE_SHARE);
        PredictionBuilder prediction = Flights.prediction(scored)
                .version(VERSION)
                .score(Math.clamp(score, 0, 1))
                .predictedClass(score >= THRESHOLD ? LateModel.LATE : LateModel.ON_TIME);
        SCHEMA.record(scored.features(), prediction);
        return prediction;
    }

    @Override
    public GroundTruth groundTruth(String predictionId, Flight flight) {
        return GroundTruth.ofClass(predictionId, flight.late() ? LateModel.LATE : LateModel.ON_TIME);
    }
}
