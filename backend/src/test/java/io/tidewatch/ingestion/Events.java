package io.tidewatch.ingestion;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.Feature;
import io.tidewatch.registry.FeatureSchema;
import io.tidewatch.registry.FeatureType;
import io.tidewatch.registry.ModelId;
import io.tidewatch.registry.ModelTask;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.OutputSchema;
import io.tidewatch.registry.PositionedFeature;
import io.tidewatch.registry.SchemaState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** A model with a feature of every type, and requests about it, for tests of the parser. */
final class Events {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(1, 2));
    static final ModelId MODEL = new ModelId(new UUID(3, 4));
    static final EventLimits LIMITS =
            new EventLimits(NOW, NOW.minus(Duration.ofDays(400)), NOW.plus(Duration.ofHours(1)), 50, 2_000);

    private Events() {}

    /** Features in an order that differs from that of their places; {@code size} is required. */
    static FeatureSchema schema() {
        return new FeatureSchema(
                7,
                List.of(
                        feature("size", FeatureType.FLOAT64, true, 1),
                        feature("weight", FeatureType.FLOAT64, false, 0),
                        feature("ratio", FeatureType.FLOAT32, false, 0),
                        feature("count", FeatureType.INT64, false, 0),
                        feature("when", FeatureType.TIMESTAMP, false, 1),
                        feature("color", FeatureType.CATEGORY, false, 0),
                        feature("new", FeatureType.BOOLEAN, false, 1),
                        feature("note", FeatureType.TEXT, false, 0),
                        new PositionedFeature(
                                new Feature(
                                        "vector", FeatureType.EMBEDDING, false, null, null, List.of(), null, null, 3),
                                0)));
    }

    private static PositionedFeature feature(String name, FeatureType type, boolean required, int position) {
        return new PositionedFeature(
                new Feature(name, type, required, null, null, List.of(), null, null, null), position);
    }

    static VersionCatalog catalog(ModelTask task, OutputSchema output) {
        ModelVersion version = new ModelVersion(
                new UUID(5, 6),
                "1",
                null,
                schema(),
                output,
                Map.of(),
                Map.of(),
                null,
                null,
                null,
                NOW,
                SchemaState.DECLARED,
                List.of());
        return new VersionCatalog(ORGANIZATION, MODEL, task, NOW, Map.of("1", version));
    }

    static VersionCatalog binary() {
        return catalog(ModelTask.BINARY, new OutputSchema(List.of("no", "yes"), "yes", 0.5, null));
    }

    static VersionCatalog regression() {
        return catalog(ModelTask.REGRESSION, new OutputSchema(List.of(), null, null, null));
    }

    /** Reads a body as predictions. */
    static Read predictions(VersionCatalog catalog, String body) {
        PredictionRows rows =
                new PredictionRows(catalog, new PredictionIds(ORGANIZATION, MODEL, new SplittableRandom(1)), 400, null);
        PredictionReader reader = new PredictionReader(catalog, rows, LIMITS);
        try {
            boolean batch = EventEnvelope.read(
                    new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), "predictions", reader);
            return new Read(batch, rows.batch(), reader.violations());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a body with one regression prediction whose features are these. */
    static Read features(String features) {
        return predictions(
                regression(), "{\"version\":\"1\",\"features\":" + features + ",\"prediction\":{\"value\":1}}");
    }

    record Read(boolean isBatch, PredictionBatch batch, List<EventViolation> violations) {

        Map<String, Object> row() {
            return RowBinary.row(batch, 0);
        }

        EventViolation violation() {
            return violations.getFirst();
        }
    }
}
