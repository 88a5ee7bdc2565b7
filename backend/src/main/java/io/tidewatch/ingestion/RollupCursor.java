package io.tidewatch.ingestion;

import io.tidewatch.profile.HourRollup;
import io.tidewatch.profile.RollupKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads what is counted from the binary rows of predictions. Not for several threads. */
final class RollupCursor {

    private static final int CLIENT_ID_AT = 6 * Long.BYTES;

    private final Text version = new Text();
    private final Text environment = new Text();
    private ByteBuffer in = ByteBuffer.allocate(0);

    /** What a prediction is counted by. */
    RollupKey key(PredictionFrame frame, int row) {
        open(frame, row);
        long second = Math.floorDiv(in.getLong(), TimeUnit.SECONDS.toMicros(1));
        String ofVersion = version.read(in, frame.bytes());
        String ofEnvironment = environment.read(in, frame.bytes());
        return new RollupKey(
                frame.organization(),
                frame.model(),
                RollupKey.hour(second),
                ofVersion,
                ofEnvironment,
                frame.retentionDays(row));
    }

    /** Counts a prediction. */
    void count(PredictionFrame frame, int row, HourRollup rollup) {
        open(frame, row);
        in.getLong();
        skip(size());
        skip(size());
        in.getInt();
        rollup.prediction(frame.sequence());
        int numbers = size();
        for (int i = 0; i < numbers; i++) {
            rollup.float64(i, in.getDouble());
        }
        int floats = size();
        for (int i = 0; i < floats; i++) {
            rollup.float32(i, in.getFloat());
        }
        int integers = size();
        for (int i = 0; i < integers; i++) {
            rollup.integer(i, in.getLong());
        }
        int categories = size();
        for (int i = 0; i < categories; i++) {
            category(rollup, i);
        }
        int texts = size();
        for (int i = 0; i < texts; i++) {
            boolean present = in.get() == 0;
            rollup.text(i, present);
            skip(present ? size() : 0);
        }
        int embeddings = size();
        for (int i = 0; i < embeddings; i++) {
            int length = size();
            rollup.embedding(i, length > 0);
            skip(length * Float.BYTES);
        }
        double score = in.getDouble();
        String predictedClass = string();
        rollup.output(score, predictedClass.isEmpty() ? null : predictedClass, in.getDouble());
    }

    private void category(HourRollup rollup, int position) {
        boolean present = in.get() == 0;
        if (!present) {
            rollup.category(position, null);
        } else if (rollup.countsCategory(position)) {
            rollup.category(position, string());
        } else {
            skip(size());
        }
    }

    /** Goes to the time of a row. */
    private void open(PredictionFrame frame, int row) {
        int start = frame.start(row);
        in = ByteBuffer.wrap(frame.bytes(), 0, frame.end(row)).order(ByteOrder.LITTLE_ENDIAN);
        in.position(start + CLIENT_ID_AT);
        skip(size());
    }

    private void skip(int bytes) {
        in.position(in.position() + bytes);
    }

    private String string() {
        int length = size();
        byte[] utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private int size() {
        return size(in);
    }

    private static int size(ByteBuffer in) {
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

    /** A text that is mostly the same as in the row before. */
    private static final class Text {

        private byte[] bytes = {};
        private @Nullable String text;

        String read(ByteBuffer in, byte[] row) {
            int length = size(in);
            int from = in.position();
            in.position(from + length);
            String known = text;
            if (known != null && Arrays.equals(bytes, 0, bytes.length, row, from, from + length)) {
                return known;
            }
            bytes = Arrays.copyOfRange(row, from, from + length);
            String read = new String(bytes, StandardCharsets.UTF_8);
            text = read;
            return read;
        }
    }
}
