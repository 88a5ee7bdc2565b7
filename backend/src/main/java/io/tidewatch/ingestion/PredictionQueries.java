package io.tidewatch.ingestion;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.StoredPrediction.StoredTruth;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.clickhouse.Row;
import io.tidewatch.profile.WindowSelection;
import io.tidewatch.registry.FeatureSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads predictions and their ground truth back. */
@ApplicationScoped
class PredictionQueries {

    private final ClickHouse clickHouse;
    private final StoredFeatures features;

    PredictionQueries(ClickHouse clickHouse, ObjectMapper json) {
        this.clickHouse = clickHouse;
        this.features = new StoredFeatures(json);
    }

    /**
     * Predictions of a window, newest first.
     *
     * @param before only predictions that come after this position in the list
     * @param ids only these; empty for all
     * @param schemas schemas of the model by number
     */
    Uni<List<StoredPrediction>> page(
            WindowSelection window,
            PagePosition before,
            List<UUID> ids,
            int limit,
            Map<Integer, FeatureSchema> schemas) {
        return clickHouse
                .query("ingestion/predictions-page", window.organization())
                .bind("modelId", window.model().value())
                .between(window.from(), window.to())
                .bind("version", window.versionOrAll())
                .bind("environment", window.environmentOrAll())
                .bind("beforeTime", before.occurredAt())
                .bind("beforeId", before.id())
                .bind("ids", ids)
                .bind("limit", limit)
                .list(row -> prediction(row, schemas.get(row.int32("schemaId"))));
    }

    /** Ground truth of these predictions, which lie in the window, by stored id. */
    Uni<Map<UUID, StoredTruth>> groundTruth(WindowSelection window, List<UUID> ids) {
        Map<UUID, StoredTruth> truths = new HashMap<>();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(truths);
        }
        return clickHouse
                .query("ingestion/ground-truth-of", window.organization())
                .bind("modelId", window.model().value())
                .between(window.from(), window.to())
                .bind("ids", ids)
                .forEach(row -> truths.put(row.uuid("predictionId"), truth(row)))
                .replaceWith(truths);
    }

    private StoredPrediction prediction(Row row, @Nullable FeatureSchema schema) {
        UUID id = row.uuid("predictionId");
        String clientId = row.string("clientId");
        return new StoredPrediction(
                clientId.isEmpty() ? id.toString() : clientId,
                id,
                row.string("version"),
                row.string("environment"),
                EventTime.ofMicros(row.int64("occurredAtMicros")),
                Instant.ofEpochMilli(row.int64("receivedAtMillis")),
                emptyAsNull(row.string("entityId")),
                features.read(row, schema),
                row.float64("score"),
                emptyAsNull(row.string("predictedClass")),
                row.float64("predictedValue"),
                zip(row.strings("scoredClasses"), row.float64s("classScores")),
                zip(row.strings("segmentNames"), row.strings("segmentValues")),
                row.float64("latencyMs"),
                emptyAsNull(row.string("traceId")),
                null);
    }

    private static StoredTruth truth(Row row) {
        return new StoredTruth(
                emptyAsNull(row.string("truthClass")),
                row.float64("truthValue"),
                EventTime.ofMicros(row.int64("observedAtMicros")));
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, Double> zip(List<String> names, double[] values) {
        Map<String, Double> zipped = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            zipped.put(names.get(i), values[i]);
        }
        return zipped;
    }

    private static Map<String, String> zip(List<String> names, List<String> values) {
        Map<String, String> zipped = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            zipped.put(names.get(i), values.get(i));
        }
        return zipped;
    }

    /**
     * A place in the list.
     *
     * @param id stored id of the last prediction before the place
     */
    record PagePosition(Instant occurredAt, UUID id) {

        private static final UUID LARGEST = new UUID(-1L, -1L);

        /** The start of the list of a window. */
        static PagePosition first(Instant to) {
            return new PagePosition(to, LARGEST);
        }
    }
}
