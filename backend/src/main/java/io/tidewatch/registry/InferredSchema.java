package io.tidewatch.registry;

import io.tidewatch.registry.decision.FeatureEvidence;
import io.tidewatch.registry.decision.InferredFeature;
import io.tidewatch.registry.decision.InferredType;
import io.tidewatch.registry.decision.VersionEvidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Features and answers of a version as far as its events show them. No feature is required and no category declared: an
 * event must not be refused for a rule that nobody stated.
 */
record InferredSchema(List<Feature> features, OutputSchema output) {

    private static final int MAX_FEATURES = 2_000;
    private static final int MAX_NAME = 128;

    InferredSchema {
        features = List.copyOf(features);
    }

    /**
     * The schema that takes the events seen.
     *
     * @param known the version so far, null if there is none
     */
    static InferredSchema of(ModelTask task, @Nullable ModelVersion known, VersionEvidence evidence) {
        Map<String, Feature> features = new LinkedHashMap<>();
        if (known != null) {
            known.schema().features().forEach(feature -> features.put(feature.name(), feature.feature()));
        }
        evidence.features().forEach((name, seen) -> {
            Feature before = features.get(name);
            Feature after = feature(name, before, seen);
            if (after != null && (before != null || features.size() < MAX_FEATURES)) {
                features.put(name, after);
            }
        });
        return new InferredSchema(List.copyOf(features.values()), output(task, known, evidence));
    }

    /** True if the version already takes the events seen. */
    static boolean covers(ModelTask task, ModelVersion known, VersionEvidence evidence) {
        InferredSchema next = of(task, known, evidence);
        return next.output().equals(known.output())
                && next.features()
                        .equals(known.schema().features().stream()
                                .map(PositionedFeature::feature)
                                .toList());
    }

    private static @Nullable Feature feature(String name, @Nullable Feature before, FeatureEvidence seen) {
        InferredFeature known = before == null ? null : toInferred(before);
        InferredFeature inferred = isName(name) ? seen.infer(known) : null;
        if (inferred == null || inferred.equals(known)) {
            return before;
        }
        Integer dimension = inferred.type() == InferredType.EMBEDDING ? inferred.dimension() : null;
        return new Feature(name, toType(inferred.type()), false, null, null, List.of(), null, null, dimension);
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= MAX_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    private static OutputSchema output(ModelTask task, @Nullable ModelVersion known, VersionEvidence evidence) {
        if (task != ModelTask.BINARY) {
            return known == null ? new OutputSchema(List.of(), null, null, null) : known.output();
        }
        String before = known == null
                ? VersionRules.DEFAULT_POSITIVE_CLASS
                : known.output().positiveClass();
        boolean isGuess = VersionRules.DEFAULT_POSITIVE_CLASS.equals(before)
                && !evidence.hasClass(VersionRules.DEFAULT_POSITIVE_CLASS);
        String seen = evidence.positiveClass();
        String positive = isGuess && seen != null ? seen : before;
        return new OutputSchema(
                List.of(), positive, known == null ? null : known.output().threshold(), null);
    }

    private static InferredFeature toInferred(Feature feature) {
        InferredType type = switch (feature.type()) {
            case FLOAT64, FLOAT32 -> InferredType.FLOAT64;
            case INT64 -> InferredType.INT64;
            case BOOLEAN -> InferredType.BOOLEAN;
            case CATEGORY -> InferredType.CATEGORY;
            case TEXT -> InferredType.TEXT;
            case TIMESTAMP -> InferredType.TIMESTAMP;
            case EMBEDDING -> InferredType.EMBEDDING;
        };
        return new InferredFeature(type, Objects.requireNonNullElse(feature.dimension(), 0));
    }

    private static FeatureType toType(InferredType type) {
        return switch (type) {
            case FLOAT64 -> FeatureType.FLOAT64;
            case INT64 -> FeatureType.INT64;
            case BOOLEAN -> FeatureType.BOOLEAN;
            case CATEGORY -> FeatureType.CATEGORY;
            case TEXT -> FeatureType.TEXT;
            case TIMESTAMP -> FeatureType.TIMESTAMP;
            case EMBEDDING -> FeatureType.EMBEDDING;
        };
    }
}
