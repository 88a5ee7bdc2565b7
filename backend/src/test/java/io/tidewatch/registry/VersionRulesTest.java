package io.tidewatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.problem.Violation;
import io.tidewatch.registry.CreateVersionRequest.FeatureRequest;
import io.tidewatch.registry.CreateVersionRequest.Output;
import io.tidewatch.registry.CreateVersionRequest.Schema;
import io.tidewatch.registry.CreateVersionRequest.TrainedOn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionRulesTest {

    @Test
    void theOutputOfABinaryModelIsCompleted() {
        assertThat(check(ModelTask.BINARY, output(null, null)).positiveClass()).isEqualTo("1");
        assertThat(check(ModelTask.BINARY, output(List.of("no", "yes"), null)).positiveClass())
                .isEqualTo("yes");
        assertThat(check(ModelTask.BINARY, output(List.of("no", "yes"), "no")).positiveClass())
                .isEqualTo("no");
        assertThat(check(ModelTask.MULTICLASS, output(List.of("a", "b", "c"), null))
                        .classes())
                .containsExactly("a", "b", "c");
        assertThat(check(ModelTask.REGRESSION, Output.NONE)).isEqualTo(new OutputSchema(List.of(), null, null, null));
    }

    @Test
    void outputsThatDoNotFitTheTaskAreNamed() {
        assertBroken(ModelTask.BINARY, output(List.of("a"), null), "output.classes");
        assertBroken(ModelTask.BINARY, output(List.of("a", "a"), null), "output.classes");
        assertBroken(ModelTask.BINARY, output(List.of("a", "b"), "c"), "output.positiveClass");
        assertBroken(ModelTask.MULTICLASS, output(List.of("a"), null), "output.classes");
        assertBroken(ModelTask.MULTICLASS, output(null, "a"), "output.positiveClass");
        assertBroken(ModelTask.REGRESSION, output(List.of("a"), null), "output.classes");
        assertBroken(ModelTask.REGRESSION, new Output(null, null, 0.5, null), "output.threshold");
    }

    @Test
    void featuresThatContradictThemselvesAreNamed() {
        assertBroken(feature("a", FeatureType.EMBEDDING, null, null, null, null), "schema.features[0].dimension");
        assertBroken(feature("a", FeatureType.TEXT, null, null, null, 3), "schema.features[0].dimension");
        assertBroken(feature("a", FeatureType.CATEGORY, 1.0, null, null, null), "schema.features[0].min");
        assertBroken(feature("a", FeatureType.FLOAT64, 2.0, 1.0, null, null), "schema.features[0].max");
        assertBroken(feature("a", FeatureType.INT64, null, null, List.of("x"), null), "schema.features[0].categories");
        FeatureRequest good = feature("a", FeatureType.FLOAT64, 1.0, 1.0, null, null);
        assertThatThrownBy(() -> VersionRules.check(request(List.of(good, good), Output.NONE), ModelTask.REGRESSION))
                .satisfies(failure -> assertThat(fields(failure)).containsExactly("schema.features[1].name"));
    }

    @Test
    void theTrainingWindowMustNotBeEmpty() {
        CreateVersionRequest request = new CreateVersionRequest(
                "1", null, new Schema(List.of()), null, null, null, new TrainedOn(Instant.EPOCH, Instant.EPOCH), null);
        assertThatThrownBy(() -> VersionRules.check(request, ModelTask.REGRESSION))
                .satisfies(failure -> assertThat(fields(failure)).containsExactly("trainedOn.to"));
    }

    private static OutputSchema check(ModelTask task, Output output) {
        return VersionRules.check(request(List.of(), output), task);
    }

    private static void assertBroken(ModelTask task, Output output, String field) {
        assertThatThrownBy(() -> check(task, output))
                .satisfies(failure -> assertThat(fields(failure)).containsExactly(field));
    }

    private static void assertBroken(FeatureRequest feature, String field) {
        assertThatThrownBy(() -> VersionRules.check(request(List.of(feature), Output.NONE), ModelTask.REGRESSION))
                .satisfies(failure -> assertThat(fields(failure)).containsExactly(field));
    }

    private static List<String> fields(Throwable failure) {
        return ((ProblemException) failure)
                .violations().stream().map(Violation::field).toList();
    }

    private static CreateVersionRequest request(List<FeatureRequest> features, Output output) {
        return new CreateVersionRequest("1", null, new Schema(features), output, null, null, null, null);
    }

    private static Output output(@Nullable List<String> classes, @Nullable String positiveClass) {
        return new Output(classes, positiveClass, null, null);
    }

    private static FeatureRequest feature(
            String name,
            FeatureType type,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable List<String> categories,
            @Nullable Integer dimension) {
        return new FeatureRequest(name, type, null, min, max, categories, null, null, dimension);
    }
}
