package io.tidewatch.demo.feed;

import io.tidewatch.demo.feature.DemoFeature;
import io.tidewatch.demo.feature.FeatureVector;
import io.tidewatch.sdk.PredictionBuilder;
import io.tidewatch.sdk.registry.FeatureDefinition;
import io.tidewatch.sdk.registry.FeatureType;
import io.tidewatch.sdk.registry.VersionDefinition;
import java.util.List;

/** Registers features and records their values, always from the same list, so that the two cannot differ. */
final class FeatureSchema {
    private final List<DemoFeature> features;

    FeatureSchema(List<DemoFeature> features) {
        this.features = List.copyOf(features);
    }

    /**
     * Adds the features to a version. They get no limits: a value beyond them would be rejected, and then nobody could see
     * it drift.
     */
    void register(VersionDefinition.Builder version) {
        for (DemoFeature feature : features) {
            FeatureDefinition definition = FeatureDefinition.of(feature.wireName(), type(feature))
                    .required()
                    .description(feature.description());
            String unit = feature.unit();
            version.feature(unit == null ? definition : definition.unit(unit));
        }
    }

    /** Adds the values to a prediction. */
    void record(FeatureVector values, PredictionBuilder prediction) {
        for (DemoFeature feature : features) {
            switch (feature.type()) {
                case INT64 -> prediction.feature(feature.wireName(), (long) values.number(feature));
                case FLOAT64 -> prediction.feature(feature.wireName(), values.number(feature));
                case CATEGORY -> prediction.feature(feature.wireName(), values.category(feature));
            }
        }
    }

    private static FeatureType type(DemoFeature feature) {
        return switch (feature.type()) {
            case INT64 -> FeatureType.INT64;
            case FLOAT64 -> FeatureType.FLOAT64;
            case CATEGORY -> FeatureType.CATEGORY;
        };
    }
}
