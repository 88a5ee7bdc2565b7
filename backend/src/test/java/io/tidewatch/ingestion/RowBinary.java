package io.tidewatch.ingestion;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table prediction back, written for the tests from ClickHouse's description of the format. */
final class RowBinary {

    private final ByteBuffer bytes;

    private RowBinary(byte[] bytes, int from, int to) {
        this.bytes = ByteBuffer.wrap(bytes, from, to - from).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A row of a batch by column. */
    static Map<String, Object> row(PredictionBatch batch, int row) {
        RowBinary in = new RowBinary(batch.rows().array(), batch.start(row), batch.end(row));
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("organization_id", in.uuid());
        columns.put("model_id", in.uuid());
        columns.put("prediction_id", in.uuid());
        columns.put("client_id", in.string());
        columns.put("occurred_at", in.bytes.getLong());
        columns.put("version", in.string());
        columns.put("environment", in.string());
        columns.put("schema_id", in.bytes.getInt());
        columns.put("f64", in.list(() -> in.bytes.getDouble()));
        columns.put("f32", in.list(() -> in.bytes.getFloat()));
        columns.put("i64", in.list(() -> in.bytes.getLong()));
        columns.put("cat", in.list(in::nullable));
        columns.put("text", in.list(in::nullable));
        columns.put("embedding", in.list(() -> in.list(() -> in.bytes.getFloat())));
        columns.put("score", in.bytes.getDouble());
        columns.put("predicted_class", in.string());
        columns.put("predicted_value", in.bytes.getDouble());
        columns.put("class_scores", in.map(() -> in.bytes.getDouble()));
        columns.put("segments", in.map(in::string));
        columns.put("latency_ms", in.bytes.getDouble());
        columns.put("entity_id", in.string());
        columns.put("trace_id", in.string());
        columns.put("extra", in.string());
        columns.put("content_hash", in.bytes.getLong());
        columns.put("received_at", in.bytes.getLong());
        columns.put("batch_id", in.bytes.getLong());
        columns.put("retention_days", (int) in.bytes.getShort());
        if (in.bytes.hasRemaining()) {
            throw new AssertionError(in.bytes.remaining() + " bytes too many");
        }
        return columns;
    }

    private UUID uuid() {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private int size() {
        int value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes.get();
            value |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private String string() {
        byte[] utf8 = new byte[size()];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private @Nullable String nullable() {
        return bytes.get() == 1 ? null : string();
    }

    private <T> List<T> list(Supplier<T> element) {
        int size = size();
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return list;
    }

    private <T> Map<String, T> map(Supplier<T> value) {
        int size = size();
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(string(), value.get());
        }
        return map;
    }
}
