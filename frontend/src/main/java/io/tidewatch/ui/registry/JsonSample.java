package io.tidewatch.ui.registry;

import io.tidewatch.ui.client.ModelVersion;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One made-up event as JSON. */
final class JsonSample {

    private JsonSample() {}

    static String prediction(SampleEvent event) {
        String features = event.features().stream()
                .map(feature -> Quoted.json(feature.name()) + ": " + value(feature))
                .collect(Collectors.joining(", "));
        String answer = event.isRegression()
                ? "\"value\": 42.5"
                : (event.isBinary() ? "\"score\": 0.81, " : "") + "\"class\": " + Quoted.json(event.positive());
        return "{\"version\": " + Quoted.json(event.version()) + ", \"features\": {" + features + "}, \"prediction\": {"
                + answer + "}}";
    }

    static String groundTruth(SampleEvent event, String predictionId) {
        String truth = event.isRegression() ? "\"value\": 42.0" : "\"class\": " + Quoted.json(event.positive());
        return "{\"predictionId\": " + Quoted.json(predictionId) + ", " + truth + "}";
    }

    private static String value(ModelVersion.Feature feature) {
        return switch (feature.type()) {
            case "category" -> Quoted.json(SampleEvent.categories(feature).getFirst());
            case "boolean" -> "true";
            case "text" -> Quoted.json("some text");
            case "timestamp" -> Quoted.json("2026-01-01T12:00:00Z");
            case "int64" -> Long.toString((long) middle(feature));
            case "embedding" ->
                "["
                        + Stream.generate(() -> "0.5")
                                .limit(SampleEvent.dimension(feature))
                                .collect(Collectors.joining(", "))
                        + "]";
            default -> Double.toString(middle(feature));
        };
    }

    private static double middle(ModelVersion.Feature feature) {
        return (SampleEvent.low(feature) + SampleEvent.high(feature)) / 2;
    }
}
