package io.tidewatch.ui.registry;

import io.tidewatch.ui.client.ModelVersion;
import java.util.List;

/** Made-up values as Python expressions. */
final class PythonSample {

    private PythonSample() {}

    static String value(ModelVersion.Feature feature) {
        List<String> categories = SampleEvent.categories(feature);
        return switch (feature.type()) {
            case "category" ->
                "random.choice([" + Quoted.python(categories.getFirst()) + ", " + Quoted.python(categories.getLast())
                        + "])";
            case "boolean" -> "random.random() < 0.5";
            case "text" -> Quoted.python("some text");
            case "timestamp" -> "datetime.datetime.now(datetime.timezone.utc).isoformat()";
            case "int64" ->
                "random.randint(" + (long) SampleEvent.low(feature) + ", " + (long) SampleEvent.high(feature) + ")";
            case "embedding" -> "[random.random() for _ in range(" + SampleEvent.dimension(feature) + ")]";
            default -> "random.uniform(" + SampleEvent.low(feature) + ", " + SampleEvent.high(feature) + ")";
        };
    }

    static String answer(SampleEvent event) {
        String either = Quoted.python(event.positive()) + " if score >= 0.5 else " + Quoted.python(event.negative());
        if (event.isRegression()) {
            return "{\"value\": 100 * score}";
        }
        return event.isBinary() ? "{\"score\": score, \"class\": " + either + "}" : "{\"class\": " + either + "}";
    }
}
