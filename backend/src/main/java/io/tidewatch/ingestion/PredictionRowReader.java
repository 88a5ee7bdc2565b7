package io.tidewatch.ingestion;

import io.tidewatch.registry.FeatureSchema;
import io.tidewatch.registry.FeatureStorage;
import io.tidewatch.registry.FeatureType;
import io.tidewatch.registry.PositionedFeature;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns a binary row of the table {@code prediction} back into the event that a client could send. */
final class PredictionRowReader {

    private static final int MODEL_AND_ORGANIZATION = 4 * Long.BYTES;

    private final ByteBuffer in;

    private PredictionRowReader(ByteBuffer in) {
        this.in = in;
    }

    /**
     * Reads a row.
     *
     * @param schemas finds a schema by its number; without it, features stand under their places
     */
    static Map<String, Object> read(PredictionFrame frame, int row, IntFunction<@Nullable FeatureSchema> schemas) {
        int start = frame.start(row) + MODEL_AND_ORGANIZATION;
        ByteBuffer bytes =
                ByteBuffer.wrap(frame.bytes(), start, frame.end(row) - start).order(ByteOrder.LITTLE_ENDIAN);
        return new PredictionRowReader(bytes).event(schemas);
    }

    /** Only the entity id of a row. */
    static String entityId(PredictionFrame frame, int row) {
        return Objects.toString(read(frame, row, ignored -> null).get("entityId"), "");
    }

    private Map<String, Object> event(IntFunction<@Nullable FeatureSchema> schemas) {
        Map<String, Object> event = new LinkedHashMap<>();
        String id = new UUID(in.getLong(), in.getLong()).toString();
        String clientId = string();
        event.put("predictionId", clientId.isEmpty() ? id : clientId);
        event.put("occurredAt", EventTime.ofMicros(in.getLong()).toString());
        event.put("version", string());
        event.put("environment", string());
        Map<String, Object> features = features(schemas.apply(in.getInt()));
        Map<String, Object> prediction = new LinkedHashMap<>();
        put(prediction, "score", number(in.getDouble()));
        put(prediction, "class", string());
        put(prediction, "value", number(in.getDouble()));
        put(prediction, "scores", map(() -> number(in.getDouble())));
        Map<String, Object> segments = map(this::string);
        Object latency = number(in.getDouble());
        String entity = string();
        String trace = string();
        put(event, "entityId", entity);
        event.put("features", features);
        event.put("prediction", prediction);
        put(event, "segments", segments);
        put(event, "latencyMs", latency);
        put(event, "traceId", trace);
        // Features beside the schema are a JSON object of their own; their order in the event does not matter.
        put(event, EXTRA, string());
        return event;
    }

    /** Under this name stands the JSON text of the features that the schema does not know. */
    static final String EXTRA = "extraFeatures";

    private Map<String, Object> features(@Nullable FeatureSchema schema) {
        Map<FeatureStorage, List<?>> arrays = new LinkedHashMap<>();
        arrays.put(FeatureStorage.F64, list(() -> number(in.getDouble())));
        arrays.put(FeatureStorage.F32, list(() -> number(in.getFloat())));
        arrays.put(FeatureStorage.I64, list(() -> (Object) in.getLong()));
        arrays.put(FeatureStorage.CAT, list(this::nullable));
        arrays.put(FeatureStorage.TEXT, list(this::nullable));
        arrays.put(FeatureStorage.EMBEDDING, list(() -> list(() -> (Object) in.getFloat())));
        Map<String, Object> features = new LinkedHashMap<>();
        if (schema == null) {
            arrays.forEach((storage, values) -> {
                for (int i = 0; i < values.size(); i++) {
                    put(features, storage.name().toLowerCase(java.util.Locale.ROOT) + "[" + i + "]", values.get(i));
                }
            });
            return features;
        }
        for (PositionedFeature feature : schema.features()) {
            List<?> values = arrays.getOrDefault(feature.storage(), List.of());
            if (feature.position() < values.size()) {
                put(features, feature.name(), value(values.get(feature.position()), feature.type()));
            }
        }
        return features;
    }

    private static @Nullable Object value(@Nullable Object stored, FeatureType type) {
        if (stored instanceof Long integer) {
            if (integer == FeatureStorage.MISSING_INTEGER) {
                return null;
            }
            return type == FeatureType.TIMESTAMP ? EventTime.ofMicros(integer).toString() : stored;
        }
        return stored instanceof String text && type == FeatureType.BOOLEAN ? (Object) Boolean.valueOf(text) : stored;
    }

    /** What is missing or empty is left out. */
    private static void put(Map<String, Object> target, String name, @Nullable Object value) {
        boolean empty = value == null
                || value.equals("")
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (!empty && value != null) {
            target.put(name, value);
        }
    }

    private static @Nullable Object number(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        return Double.isInfinite(value) ? Double.toString(value) : (Object) value;
    }

    private int size() {
        int value = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    /** A row that is broken may claim any size. */
    private int checked(int size) {
        if (size < 0 || size > in.remaining()) {
            throw new IllegalArgumentException("A size of " + size + " does not fit into the row");
        }
        return size;
    }

    private String string() {
        byte[] utf8 = new byte[checked(size())];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private @Nullable Object nullable() {
        return in.get() == 1 ? null : string();
    }

    private List<@Nullable Object> list(Supplier<? extends @Nullable Object> element) {
        int size = checked(size());
        List<@Nullable Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return list;
    }

    private Map<String, Object> map(Supplier<? extends @Nullable Object> value) {
        int size = checked(size());
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            String key = string();
            put(map, key, value.get());
        }
        return map;
    }
}
