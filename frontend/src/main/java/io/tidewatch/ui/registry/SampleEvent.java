package io.tidewatch.ui.registry;

import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.ModelVersion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What code to copy sends: the features of the model's newest version, or made-up ones for a model without any, and an
 * answer of its task.
 *
 * @param positive class with the higher scores, of classifiers
 * @param negative the other class
 */
record SampleEvent(
        String model,
        String task,
        String version,
        List<ModelVersion.Feature> features,
        String positive,
        String negative) {

    private static final int MAX_FEATURES = 12;

    /** The event of a model. */
    static SampleEvent of(Model model, @Nullable ModelVersion version) {
        List<ModelVersion.Feature> features =
                version == null || version.features().isEmpty()
                        ? List.of(feature("amount", "float64"), feature("channel", "category"))
                        : version.features();
        List<String> classes = classes(version == null ? null : version.output());
        return new SampleEvent(
                model.key(),
                model.task(),
                version == null ? "1" : version.version(),
                shown(features),
                classes.getFirst(),
                classes.getLast());
    }

    /** Many features would hide the rest of the code: the required ones, then others as far as they fit. */
    private static List<ModelVersion.Feature> shown(List<ModelVersion.Feature> all) {
        if (all.size() <= MAX_FEATURES) {
            return List.copyOf(all);
        }
        long required = all.stream().filter(SampleEvent::isRequired).count();
        return java.util.stream.Stream.concat(
                        all.stream().filter(SampleEvent::isRequired),
                        all.stream()
                                .filter(feature -> !isRequired(feature))
                                .limit(Math.max(0, MAX_FEATURES - required)))
                .toList();
    }

    private static boolean isRequired(ModelVersion.Feature feature) {
        return Boolean.TRUE.equals(feature.required());
    }

    /** The positive class, then another one. */
    private static List<String> classes(ModelVersion.@Nullable Output output) {
        List<String> declared = output == null || output.classes() == null ? List.of() : output.classes();
        String positive = output == null ? null : output.positiveClass();
        if (!declared.isEmpty()) {
            String first = positive == null ? declared.getFirst() : positive;
            String other = declared.stream()
                    .filter(name -> !name.equals(first))
                    .findFirst()
                    .orElse(first);
            return List.of(first, other);
        }
        return switch (positive) {
            case null -> List.of("yes", "no");
            case "yes" -> List.of("yes", "no");
            case "1" -> List.of("1", "0");
            case "true" -> List.of("true", "false");
            default -> List.of(positive, "not-" + positive);
        };
    }

    private static ModelVersion.Feature feature(String name, String type) {
        List<String> categories = type.equals("category") ? List.of("web", "app") : List.of();
        return new ModelVersion.Feature(name, type, false, null, null, categories, null, null, null);
    }

    /** Two values that a categorical feature may have. */
    static List<String> categories(ModelVersion.Feature feature) {
        List<String> declared = feature.categories() == null ? List.of() : feature.categories();
        return declared.isEmpty() ? List.of("A", "B") : List.of(declared.getFirst(), declared.getLast());
    }

    /** Smallest value that a sample has. */
    static double low(ModelVersion.Feature feature) {
        double max = Objects.requireNonNullElse(feature.max(), Double.POSITIVE_INFINITY);
        return feature.min() != null ? feature.min() : max >= 100 ? 0 : max - 100;
    }

    /** Largest value that a sample has. */
    static double high(ModelVersion.Feature feature) {
        return feature.max() != null ? feature.max() : low(feature) + 100;
    }

    /** Length of an embedding. */
    static int dimension(ModelVersion.Feature feature) {
        return Objects.requireNonNullElse(feature.dimension(), 1);
    }

    boolean isRegression() {
        return "regression".equals(task);
    }

    boolean isBinary() {
        return "binary".equals(task);
    }
}
