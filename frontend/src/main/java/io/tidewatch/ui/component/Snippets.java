package io.tidewatch.ui.component;

import io.tidewatch.ui.client.ModelVersion;
import java.util.List;

/** Code that people copy from pages, filled in with their model. */
public final class Snippets {

    private Snippets() {}

    /** Records a prediction of a model and, later, its ground truth. */
    public static String record(String model, String task) {
        return record(model, task, "1", "amount", "42.0");
    }

    /** The same with the newest version and a feature of that version. */
    public static String record(String model, String task, List<ModelVersion> versions) {
        if (versions.isEmpty()) {
            return record(model, task);
        }
        ModelVersion newest = versions.getFirst();
        return newest.features().stream()
                .findFirst()
                .map(feature -> record(model, task, newest.version(), feature.name(), value(feature)))
                .orElseGet(() -> record(model, task, newest.version(), "amount", "42.0"));
    }

    private static String record(String model, String task, String version, String feature, String value) {
        boolean regression = "regression".equals(task);
        return """
                Tidewatch tidewatch = Tidewatch.builder().endpoint(address).apiKey(apiKey).model(%s).version(%s).build();
                String id = tidewatch.record(Prediction.builder().feature(%s, %s)%s);
                tidewatch.recordGroundTruth(GroundTruth.%s);   // whenever it is known
                """.formatted(
                quoted(model),
                quoted(version),
                quoted(feature),
                value,
                regression ? ".predictedValue(12.5)" : ".score(0.81).predictedClass(\"yes\")",
                regression ? "ofValue(id, 14.0)" : "ofClass(id, \"yes\")").stripTrailing();
    }

    private static String value(ModelVersion.Feature feature) {
        List<String> categories = feature.categories();
        return switch (feature.type()) {
            case "category" -> quoted(categories == null || categories.isEmpty() ? "A" : categories.getFirst());
            case "text" -> quoted("some text");
            case "boolean" -> "true";
            case "int64" -> "42";
            case "timestamp" -> "Instant.now()";
            case "embedding" -> "vector";
            default -> "42.0";
        };
    }

    /** As a Java literal: names come from people. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
