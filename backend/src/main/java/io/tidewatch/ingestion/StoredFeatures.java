package io.tidewatch.ingestion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.platform.clickhouse.Row;
import io.tidewatch.registry.FeatureSchema;
import io.tidewatch.registry.FeatureStorage;
import io.tidewatch.registry.FeatureType;
import io.tidewatch.registry.PositionedFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the positional arrays of a row back into features by name. */
final class StoredFeatures {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<List<Float>>> VECTORS = new TypeReference<>() {};

    private final ObjectMapper json;

    StoredFeatures(ObjectMapper json) {
        this.json = json;
    }

    /** Features of the schema, and those beside it, as the client could have sent them. */
    Map<String, @Nullable Object> read(Row row, @Nullable FeatureSchema schema) {
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        if (schema != null) {
            Arrays arrays = new Arrays(row, schema);
            for (PositionedFeature feature : schema.features()) {
                features.put(feature.name(), arrays.value(feature));
            }
        }
        String extra = row.string("extra");
        if (!extra.isEmpty()) {
            features.putAll(parse(extra, OBJECT));
        }
        return features;
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored row holds broken JSON", e);
        }
    }

    /** The arrays of one row; those that the schema does not use are not read. */
    private final class Arrays {

        private final double[] f64;
        private final double[] f32;
        private final long[] i64;
        private final List<String> cat;
        private final List<String> text;
        private final List<List<Float>> embeddings;

        Arrays(Row row, FeatureSchema schema) {
            f64 = schema.length(FeatureStorage.F64) == 0 ? new double[0] : row.float64s("f64");
            f32 = schema.length(FeatureStorage.F32) == 0 ? new double[0] : row.float64s("f32");
            i64 = schema.length(FeatureStorage.I64) == 0 ? new long[0] : row.int64s("i64");
            cat = schema.length(FeatureStorage.CAT) == 0 ? List.of() : row.strings("cat");
            text = schema.length(FeatureStorage.TEXT) == 0 ? List.of() : row.strings("text");
            embeddings =
                    schema.length(FeatureStorage.EMBEDDING) == 0 ? List.of() : parse(row.string("embeddings"), VECTORS);
        }

        @Nullable
        Object value(PositionedFeature feature) {
            int position = feature.position();
            return switch (feature.storage()) {
                case F64 -> number(f64[position]);
                case F32 -> number(f32[position], (float) f32[position]);
                case I64 -> integer(i64[position], feature.type());
                case CAT -> category(element(cat, position), feature.type());
                case TEXT -> element(text, position);
                case EMBEDDING -> embeddings.get(position).isEmpty() ? null : embeddings.get(position);
            };
        }

        /** NULL in ClickHouse is null in the list. */
        private static @Nullable String element(List<String> strings, int position) {
            return strings.get(position);
        }

        private static @Nullable Object number(double value) {
            return number(value, value);
        }

        /** Infinity is written as the word that clients may send. */
        private static @Nullable Object number(double value, Number exact) {
            if (Double.isNaN(value)) {
                return null;
            }
            return Double.isInfinite(value) ? Double.toString(value) : exact;
        }

        private static @Nullable Object integer(long value, FeatureType type) {
            if (value == FeatureStorage.MISSING_INTEGER) {
                return null;
            }
            return type == FeatureType.TIMESTAMP ? EventTime.ofMicros(value).toString() : (Object) value;
        }

        private static @Nullable Object category(@Nullable String value, FeatureType type) {
            return value == null || type != FeatureType.BOOLEAN ? value : Boolean.valueOf(value);
        }
    }
}
