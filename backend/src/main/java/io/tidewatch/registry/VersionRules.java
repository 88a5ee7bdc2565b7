package io.tidewatch.registry;

import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.Violation;
import io.tidewatch.registry.CreateVersionRequest.FeatureRequest;
import io.tidewatch.registry.CreateVersionRequest.Output;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rules of a version that go beyond single fields. */
final class VersionRules {

    /** The positive class of a binary version that declares neither it nor its classes. */
    static final String DEFAULT_POSITIVE_CLASS = "1";

    private final ModelTask task;
    private final List<Violation> violations = new ArrayList<>();

    private VersionRules(ModelTask task) {
        this.task = task;
    }

    /**
     * Checks the request and completes its output.
     *
     * @throws io.tidewatch.platform.problem.ProblemException {@code validation-failed} naming every broken field
     */
    static OutputSchema check(CreateVersionRequest request, ModelTask task) {
        VersionRules rules = new VersionRules(task);
        rules.features(request.schema().features());
        OutputSchema output = rules.output(request.outputOrNone());
        if (request.trainedOn() != null
                && !request.trainedOn().from().isBefore(request.trainedOn().to())) {
            rules.broken("trainedOn.to", "invalid", "must be after from");
        }
        if (!rules.violations.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem().violations(rules.violations);
        }
        return output;
    }

    private void features(List<FeatureRequest> features) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < features.size(); i++) {
            FeatureRequest feature = features.get(i);
            String field = "schema.features[" + i + "]";
            if (!names.add(feature.name())) {
                broken(field + ".name", "duplicate", "occurs twice");
            }
            feature(feature, field);
        }
    }

    private void feature(FeatureRequest feature, String field) {
        boolean isEmbedding = feature.type() == FeatureType.EMBEDDING;
        if (isEmbedding && feature.dimension() == null) {
            broken(field + ".dimension", "missing", "is required for an embedding");
        }
        if (!isEmbedding && feature.dimension() != null) {
            broken(field + ".dimension", "invalid", "is for embeddings only");
        }
        if (!feature.type().isNumeric() && (feature.min() != null || feature.max() != null)) {
            broken(field + ".min", "invalid", "a range is for numbers only");
        }
        if (feature.min() != null && feature.max() != null && feature.min() > feature.max()) {
            broken(field + ".max", "invalid", "must not be below min");
        }
        if (feature.type() != FeatureType.CATEGORY && feature.categories() != null) {
            broken(field + ".categories", "invalid", "are for features of type category only");
        }
    }

    private OutputSchema output(Output output) {
        List<String> classes = output.classesOrNone();
        if (new HashSet<>(classes).size() != classes.size()) {
            broken("output.classes", "duplicate", "must differ");
        }
        return switch (task) {
            case BINARY -> binary(output, classes);
            case MULTICLASS -> {
                refuse("positiveClass", output.positiveClass());
                refuse("threshold", output.threshold());
                if (classes.size() == 1) {
                    broken("output.classes", "invalid", "must be at least two, or none");
                }
                yield new OutputSchema(classes, null, null, output.unit());
            }
            case REGRESSION -> {
                refuse("classes", output.classes());
                refuse("positiveClass", output.positiveClass());
                refuse("threshold", output.threshold());
                yield new OutputSchema(List.of(), null, null, output.unit());
            }
        };
    }

    private OutputSchema binary(Output output, List<String> classes) {
        if (!classes.isEmpty() && classes.size() != 2) {
            broken("output.classes", "invalid", "must be two, or none");
        }
        String positive = output.positiveClass() != null
                ? output.positiveClass()
                : classes.isEmpty() ? DEFAULT_POSITIVE_CLASS : classes.getLast();
        if (!classes.isEmpty() && !classes.contains(positive)) {
            broken("output.positiveClass", "invalid", "must be one of the classes");
        }
        return new OutputSchema(classes, positive, output.threshold(), output.unit());
    }

    private void refuse(String field, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            broken("output." + field, "invalid", "is not for a " + task.name().toLowerCase(Locale.ROOT) + " model");
        }
    }

    private void broken(String field, String code, String message) {
        violations.add(new Violation(field, code, message));
    }
}
