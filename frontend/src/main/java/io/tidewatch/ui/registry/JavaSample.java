package io.tidewatch.ui.registry;

import io.tidewatch.ui.client.ModelVersion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Made-up values as Java expressions. */
final class JavaSample {

    private JavaSample() {}

    static String value(ModelVersion.Feature feature) {
        List<String> categories = SampleEvent.categories(feature);
        return switch (feature.type()) {
            case "category" ->
                "random.nextBoolean() ? " + Quoted.java(categories.getFirst()) + " : "
                        + Quoted.java(categories.getLast());
            case "boolean" -> "random.nextBoolean()";
            case "text" -> Quoted.java("some text");
            case "timestamp" -> "java.time.Instant.now()";
            case "int64" ->
                "random.nextLong(" + (long) SampleEvent.low(feature) + ", " + ((long) SampleEvent.high(feature) + 1)
                        + ")";
            case "embedding" ->
                "new float[] {"
                        + Stream.generate(() -> "random.nextFloat()")
                                .limit(SampleEvent.dimension(feature))
                                .collect(Collectors.joining(", "))
                        + "}";
            default -> "random.nextDouble(" + SampleEvent.low(feature) + ", " + SampleEvent.high(feature) + ")";
        };
    }

    static String answer(SampleEvent event) {
        String either = Quoted.java(event.positive()) + " : " + Quoted.java(event.negative());
        if (event.isRegression()) {
            return ".predictedValue(100 * score)";
        }
        return event.isBinary()
                ? ".score(score).predictedClass(score >= 0.5 ? " + either + ")"
                : ".predictedClass(score >= 0.5 ? " + either + ")";
    }

    static String truth(SampleEvent event, String id) {
        return event.isRegression()
                ? "ofValue(" + Quoted.java(id) + ", 42.0)"
                : "ofClass(" + Quoted.java(id) + ", " + Quoted.java(event.positive()) + ")";
    }
}
