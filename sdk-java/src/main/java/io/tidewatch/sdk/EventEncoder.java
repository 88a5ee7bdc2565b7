package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes events as the server's ingestion API reads them. Runs on the delivery thread. */
final class EventEncoder {

    private static final double NANOS_PER_MILLI = Duration.ofMillis(1).toNanos();

    private final String version;
    private final String environment;

    /** Creates an encoder with the client's version and environment, which apply where a prediction names none. */
    EventEncoder(String version, String environment) {
        this.version = version;
        this.environment = environment;
    }

    void write(Event.PredictionEvent event, Prediction prediction, JsonWriter json) {
        json.beginObject();
        json.name("predictionId").value(event.id());
        json.name("version").value(orElse(prediction.version(), version));
        json.name("occurredAt")
                .plain(Instant.ofEpochSecond(event.epochSecond(), event.nano()).toString());
        json.name("environment").value(orElse(prediction.environment(), environment));
        text(json, "entityId", prediction.entityId());
        json.name("features").beginObject();
        prediction.forEachFeature(new FeatureWriter(json));
        json.endObject();
        json.name("prediction").beginObject();
        number(json, "score", prediction.score());
        text(json, "class", prediction.predictedClass());
        number(json, "value", prediction.predictedValue());
        scores(prediction, json);
        json.endObject();
        segments(prediction, json);
        if (prediction.latencyNanos() >= 0) {
            json.name("latencyMs").value(prediction.latencyNanos() / NANOS_PER_MILLI);
        }
        text(json, "traceId", prediction.traceId());
        json.endObject();
    }

    void write(GroundTruth groundTruth, JsonWriter json) {
        json.beginObject();
        json.name("predictionId").value(groundTruth.predictionId());
        text(json, "class", groundTruth.className());
        number(json, "value", groundTruth.value());
        Instant observedAt = groundTruth.observedAt();
        if (observedAt != null) {
            json.name("observedAt").plain(observedAt.toString());
        }
        json.endObject();
    }

    private static void scores(Prediction prediction, JsonWriter json) {
        String[] classes = prediction.rawScoredClasses();
        if (classes.length > 0) {
            json.name("scores").beginObject();
            for (int i = 0; i < classes.length; i++) {
                number(json, classes[i], prediction.rawClassScores()[i]);
            }
            json.endObject();
        }
    }

    private static void segments(Prediction prediction, JsonWriter json) {
        String[] segments = prediction.rawSegments();
        if (segments.length > 0) {
            json.name("segments").beginObject();
            for (int i = 0; i < segments.length; i += 2) {
                json.name(segments[i]).value(segments[i + 1]);
            }
            json.endObject();
        }
    }

    private static String orElse(@Nullable String own, String fallback) {
        return own == null ? fallback : own;
    }

    private static void text(JsonWriter json, String name, @Nullable String value) {
        if (value != null) {
            json.name(name).value(value);
        }
    }

    private static void number(JsonWriter json, String name, double value) {
        if (Double.isFinite(value)) {
            json.name(name).value(value);
        }
    }

    /** An embedding is as good as missing if one of its numbers is: the server knows no holes in it. */
    private record FeatureWriter(JsonWriter json) implements FeatureVisitor {

        @Override
        public void number(String name, double value) {
            json.name(name).value(value);
        }

        @Override
        public void integer(String name, long value) {
            json.name(name).value(value);
        }

        @Override
        public void bool(String name, boolean value) {
            json.name(name).value(value);
        }

        @Override
        public void text(String name, String value) {
            json.name(name).value(value);
        }

        @Override
        public void timestamp(String name, Instant value) {
            json.name(name).plain(value.toString());
        }

        @Override
        public void embedding(String name, float[] value) {
            int start = json.name(name).length();
            json.beginArray();
            for (float element : value) {
                if (!Float.isFinite(element)) {
                    json.truncate(start);
                    json.nullValue();
                    return;
                }
                json.value(element);
            }
            json.endArray();
        }

        @Override
        public void embedding(String name, double[] value) {
            int start = json.name(name).length();
            json.beginArray();
            for (double element : value) {
                if (!Double.isFinite(element)) {
                    json.truncate(start);
                    json.nullValue();
                    return;
                }
                json.value(element);
            }
            json.endArray();
        }

        @Override
        public void missing(String name) {
            json.name(name).nullValue();
        }
    }
}
