package io.tidewatch.ingestion;

import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.profile.RowBuffer;
import io.tidewatch.registry.ModelId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Some rows of some frames, in order. */
final class RowSelection {

    static final List<String> COLUMNS = List.of(
            "organization_id",
            "model_id",
            "prediction_id",
            "client_id",
            "occurred_at",
            "version",
            "environment",
            "schema_id",
            "f64",
            "f32",
            "i64",
            "cat",
            "text",
            "embedding",
            "score",
            "predicted_class",
            "predicted_value",
            "class_scores",
            "segments",
            "latency_ms",
            "entity_id",
            "trace_id",
            "extra",
            "content_hash",
            "received_at",
            "batch_id",
            "retention_days");

    private static final List<String> INDEX_COLUMNS = List.of(
            "organization_id", "model_id", "prediction_id", "occurred_at", "version", "content_hash", "retention_days");
    private static final int TYPICAL_INDEX_ROW = 80;

    private PredictionFrame[] frames = new PredictionFrame[16];
    private int[] rows = new int[16];
    private int size;

    void add(PredictionFrame frame, int row) {
        if (size == rows.length) {
            frames = Arrays.copyOf(frames, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
        }
        frames[size] = frame;
        rows[size++] = row;
    }

    int size() {
        return size;
    }

    PredictionFrame frame(int index) {
        return frames[index];
    }

    int row(int index) {
        return rows[index];
    }

    RowSelection slice(int from, int to) {
        RowSelection slice = new RowSelection();
        slice.frames = Arrays.copyOfRange(frames, from, to);
        slice.rows = Arrays.copyOfRange(rows, from, to);
        slice.size = to - from;
        return slice;
    }

    /** The rows that pass. */
    RowSelection filter(RowPredicate predicate) {
        RowSelection passed = new RowSelection();
        for (int i = 0; i < size; i++) {
            if (predicate.test(frames[i], rows[i])) {
                passed.add(frames[i], rows[i]);
            }
        }
        return passed;
    }

    /** Hands over the rows of each model. */
    void forEachModel(BiConsumer<ModelKey, RowSelection> consumer) {
        Map<ModelKey, RowSelection> byModel = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            byModel.computeIfAbsent(
                            new ModelKey(frames[i].organization(), frames[i].model()), ignored -> new RowSelection())
                    .add(frames[i], rows[i]);
        }
        byModel.forEach(consumer);
    }

    /** The insert into prediction. */
    BinaryInsert insert() {
        CRC32C content = new CRC32C();
        try {
            writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), content));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        String token = "prediction:" + size + ":" + Long.toUnsignedString(frames[0].sequence()) + ":"
                + Long.toHexString(content.getValue());
        return new BinaryInsert("prediction", COLUMNS, token, this::writeTo);
    }

    /** The insert into prediction_index. */
    BinaryInsert insertIndex() {
        RowBuffer index = new RowBuffer(size * TYPICAL_INDEX_ROW);
        for (int i = 0; i < size; i++) {
            frames[i].writeIndex(rows[i], index);
        }
        return BinaryRows.insert("prediction_index", INDEX_COLUMNS, index);
    }

    /** Rows that stand side by side are written at once. */
    private void writeTo(OutputStream out) throws IOException {
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && sameFrame(from, to) && rows[to] == rows[to - 1] + 1) {
                to++;
            }
            int start = frames[from].start(rows[from]);
            out.write(frames[from].bytes(), start, frames[from].end(rows[to - 1]) - start);
            from = to;
        }
    }

    private boolean sameFrame(int one, int other) {
        return frames[one].sequence() == frames[other].sequence();
    }

    /** Decides about a row. */
    @FunctionalInterface
    interface RowPredicate {
        boolean test(PredictionFrame frame, int row);
    }

    /** A model and its organization. */
    record ModelKey(OrganizationId organization, ModelId model) {}
}
