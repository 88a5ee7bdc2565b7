package io.tidewatch.sdk.bench;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.PredictionBuilder;
import java.util.SplittableRandom;

/** The same event for both libraries: 16 numbers, 2 whole numbers, 2 categories, a score and a class. */
final class Workload {

    static final long SEED = 42;
    static final int FEATURES = 20;

    private static final String[] NUMBERS = new String[16];
    private static final String[] ORIGINS = {"ATL", "ORD", "DFW", "LAX", "PHX", "DEN"};

    static {
        for (int i = 0; i < NUMBERS.length; i++) {
            NUMBERS[i] = "feature_" + i;
        }
    }

    private final SplittableRandom random = new SplittableRandom(SEED);

    PredictionBuilder prediction() {
        PredictionBuilder builder = Prediction.builder(FEATURES);
        for (String name : NUMBERS) {
            builder.feature(name, random.nextDouble());
        }
        return builder.feature("hour", (long) random.nextInt(24))
                .feature("weekday", (long) random.nextInt(7))
                .feature("origin", ORIGINS[random.nextInt(ORIGINS.length)])
                .feature("destination", ORIGINS[random.nextInt(ORIGINS.length)])
                .score(random.nextDouble())
                .predictedClass("late");
    }

    Span span(Tracer tracer) {
        SpanBuilder builder = tracer.spanBuilder("prediction");
        for (String name : NUMBERS) {
            builder.setAttribute(name, random.nextDouble());
        }
        return builder.setAttribute("hour", random.nextInt(24))
                .setAttribute("weekday", random.nextInt(7))
                .setAttribute("origin", ORIGINS[random.nextInt(ORIGINS.length)])
                .setAttribute("destination", ORIGINS[random.nextInt(ORIGINS.length)])
                .setAttribute("score", random.nextDouble())
                .setAttribute("class", "late")
                .startSpan();
    }
}
