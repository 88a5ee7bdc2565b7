package io.tidewatch.ui.ingestion;

import io.tidewatch.ui.client.StoredPrediction;
import io.tidewatch.ui.component.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Stored predictions as files. */
final class PredictionExport {

    private PredictionExport() {}

    /** One row a prediction; features and segments get a column each. */
    static String csv(List<StoredPrediction> rows) {
        TreeSet<String> features = new TreeSet<>();
        TreeSet<String> segments = new TreeSet<>();
        for (StoredPrediction row : rows) {
            features.addAll(keys(row.features()));
            segments.addAll(keys(row.segments()));
        }
        List<Object> columns = new ArrayList<>(List.of(
                "predictionId",
                "version",
                "environment",
                "occurredAt",
                "receivedAt",
                "entityId",
                "score",
                "class",
                "value",
                "latencyMs",
                "groundTruthClass",
                "groundTruthValue",
                "groundTruthObservedAt"));
        features.forEach(name -> columns.add("feature." + name));
        segments.forEach(name -> columns.add("segment." + name));
        Csv csv = new Csv(columns.toArray());
        for (StoredPrediction row : rows) {
            csv.row(cells(row, features, segments));
        }
        return csv.toString();
    }

    /** One JSON object a line, as the API gives it. */
    static String ndjson(List<StoredPrediction> rows) {
        StringBuilder text = new StringBuilder();
        for (StoredPrediction row : rows) {
            text.append(JsonMapper.shared().writeValueAsString(row)).append('\n');
        }
        return text.toString();
    }

    private static @Nullable Object[] cells(StoredPrediction row, Set<String> features, Set<String> segments) {
        StoredPrediction.Output output = row.prediction();
        StoredPrediction.Truth truth = row.groundTruth();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.predictionId());
        cells.add(row.version());
        cells.add(row.environment());
        cells.add(row.occurredAt());
        cells.add(row.receivedAt());
        cells.add(row.entityId());
        cells.add(output == null ? null : output.score());
        cells.add(output == null ? null : output.predictedClass());
        cells.add(output == null ? null : output.value());
        cells.add(row.latencyMs());
        cells.add(truth == null ? null : truth.actualClass());
        cells.add(truth == null ? null : truth.value());
        cells.add(truth == null ? null : truth.observedAt());
        features.forEach(name -> cells.add(value(row.features(), name)));
        segments.forEach(name -> cells.add(value(row.segments(), name)));
        return cells.toArray();
    }

    private static List<String> keys(@Nullable Map<String, ?> map) {
        return map == null ? List.of() : List.copyOf(map.keySet());
    }

    private static @Nullable Object value(@Nullable Map<String, ? extends @Nullable Object> map, String key) {
        return map == null ? null : map.get(key);
    }
}
