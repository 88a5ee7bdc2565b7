package io.tidewatch.sdk.experiment;

import io.tidewatch.sdk.internal.json.JsonWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs as the server reads them. */
final class RunJson {

    private RunJson() {}

    static byte[] of(
            String id,
            RunKind kind,
            boolean failed,
            String name,
            @Nullable String version,
            Instant startedAt,
            Instant endedAt,
            Map<String, String> parameters,
            Map<String, Double> metrics,
            Map<String, Series> series,
            @Nullable DatasetProfile profile) {
        JsonWriter json = new JsonWriter(4096).beginObject();
        json.name("id").value(id);
        json.name("kind").value(kind.wireName());
        json.name("status").value(failed ? "failed" : "succeeded");
        if (!name.isEmpty()) {
            json.name("name").value(name);
        }
        if (version != null) {
            json.name("version").value(version);
        }
        json.name("startedAt").value(startedAt.toString());
        json.name("endedAt").value(endedAt.toString());
        json.name("parameters").beginObject();
        parameters.forEach((key, value) -> json.name(key).value(value));
        json.endObject().name("metrics").beginObject();
        metrics.forEach((key, value) -> json.name(key).value(value));
        json.endObject().name("series").beginObject();
        series.forEach((key, points) -> series(json.name(key), points));
        json.endObject();
        if (profile != null) {
            profile(json.name("profile"), profile);
        }
        return json.endObject().toByteArray();
    }

    private static void series(JsonWriter json, Series points) {
        long[] steps = points.steps();
        double[] values = points.values();
        json.beginArray();
        for (int i = 0; i < steps.length; i++) {
            json.beginObject();
            json.name("step").value(steps[i]);
            json.name("value").value(values[i]);
            json.endObject();
        }
        json.endArray();
    }

    private static void profile(JsonWriter json, DatasetProfile profile) {
        json.beginObject();
        json.name("rowCount").value(profile.rowCount());
        json.name("columns").beginArray();
        profile.columns().forEach(column -> column(json, column));
        json.endArray().endObject();
    }

    private static void column(JsonWriter json, ColumnProfile column) {
        json.beginObject();
        json.name("name").value(column.name());
        json.name("type").value(column.type().name().toLowerCase(Locale.ROOT));
        json.name("count").value(column.count());
        json.name("missing").value(column.missing());
        if (column.distinct() >= 0) {
            json.name("distinct").value(column.distinct());
        }
        number(json, "min", column.min());
        number(json, "max", column.max());
        number(json, "mean", column.mean());
        number(json, "sd", column.standardDeviation());
        if (!column.quantiles().isEmpty()) {
            json.name("quantiles").beginArray();
            for (ColumnProfile.Quantile quantile : column.quantiles()) {
                json.beginObject();
                json.name("probability").value(quantile.probability());
                json.name("value").value(quantile.value());
                json.endObject();
            }
            json.endArray();
        }
        if (!column.topCategories().isEmpty()) {
            json.name("topCategories").beginArray();
            for (ColumnProfile.CategoryCount category : column.topCategories()) {
                json.beginObject();
                json.name("value").value(category.value());
                json.name("count").value(category.count());
                json.endObject();
            }
            json.endArray();
        }
        instant(json, "earliest", column.earliest());
        instant(json, "latest", column.latest());
        json.endObject();
    }

    /** Sums of huge numbers may overflow: then there is no mean, as for an empty column. */
    private static void number(JsonWriter json, String name, double value) {
        if (Double.isFinite(value)) {
            json.name(name).value(value);
        }
    }

    private static void instant(JsonWriter json, String name, @Nullable Instant value) {
        if (value != null) {
            json.name(name).value(value.toString());
        }
    }
}
