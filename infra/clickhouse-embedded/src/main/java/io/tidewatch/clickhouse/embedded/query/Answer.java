package io.tidewatch.clickhouse.embedded.query;

import io.tidewatch.clickhouse.embedded.block.BlockOutput;
import io.tidewatch.clickhouse.embedded.engine.QueryStatistics;
import io.tidewatch.clickhouse.embedded.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer. A short one is held back until it is complete, so that its status and summary are right; a
 * long one is sent as it comes.
 */
final class Answer extends OutputStream {

    /** Held back in memory before the answer is started. */
    private static final int HELD_BYTES = 256 * 1024;

    private final HttpResponse response;
    private final AnswerCoding coding;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable OutputStream stream;
    private QueryStatistics statistics = QueryStatistics.NONE;

    Answer(HttpResponse response, AnswerCoding coding) {
        this.response = response;
        this.coding = coding;
    }

    void count(QueryStatistics more) {
        statistics = statistics.plus(more);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        OutputStream started = stream;
        if (started == null) {
            if (held.size() + length <= HELD_BYTES) {
                held.write(bytes, offset, length);
                return;
            }
            started = start();
        }
        started.write(bytes, offset, length);
    }

    /** Ends the answer: only then does the client take it as complete. */
    void finish() throws IOException {
        OutputStream started = stream;
        if (started == null && coding != AnswerCoding.NONE) {
            started = start();
        }
        if (started != null) {
            started.close();
            return;
        }
        writeSummary();
        byte[] body = held.toByteArray();
        response.send(200, body, body.length);
    }

    private OutputStream start() throws IOException {
        writeSummary();
        if (coding == AnswerCoding.GZIP) {
            response.header("Content-Encoding", "gzip");
        }
        OutputStream raw = response.stream(200);
        OutputStream started = switch (coding) {
            case NONE -> raw;
            case GZIP -> new GZIPOutputStream(raw, 16 * 1024);
            case BLOCKS -> new BlockOutput(raw);
        };
        stream = started;
        held.writeTo(started);
        held.reset();
        return started;
    }

    private void writeSummary() {
        response.header("X-ClickHouse-Summary", summary(statistics));
    }

    private static String summary(QueryStatistics statistics) {
        return "{\"read_rows\":\"" + statistics.readRows()
                + "\",\"read_bytes\":\"" + statistics.readBytes()
                + "\",\"written_rows\":\"" + statistics.writtenRows()
                + "\",\"written_bytes\":\"" + statistics.writtenBytes()
                + "\",\"total_rows_to_read\":\"0\",\"result_rows\":\"" + resultRows(statistics)
                + "\",\"result_bytes\":\"" + statistics.resultBytes()
                + "\",\"elapsed_ns\":\"" + statistics.elapsedNanos() + "\"}";
    }

    /** A server counts the rows of an INSERT as its result. */
    private static long resultRows(QueryStatistics statistics) {
        return Math.max(statistics.resultRows(), statistics.writtenRows());
    }
}
