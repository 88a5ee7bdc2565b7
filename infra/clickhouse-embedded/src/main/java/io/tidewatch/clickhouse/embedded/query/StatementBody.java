package io.tidewatch.clickhouse.embedded.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidewatch.clickhouse.embedded.engine.EngineException;
import io.tidewatch.clickhouse.embedded.engine.SqlText;
import io.tidewatch.clickhouse.embedded.http.HttpException;
import io.tidewatch.clickhouse.embedded.query.SpoolDirectory.SpoolFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a request, with the data of an INSERT in a file.
 *
 * @param sql the statement to run
 * @param insertsData whether it is an INSERT with data of its own
 * @param file the data; null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
record StatementBody(
        byte[] sql, boolean insertsData, @Nullable SpoolFile file) implements AutoCloseable {

    /** As much of a body as is looked at to find where a statement ends and data begins. */
    private static final int HEAD_BYTES = 256 * 1024;

    /** Longest statement, data of an INSERT not counted. */
    private static final int LONGEST_STATEMENT = 16 * 1024 * 1024;

    /** Reads the whole body: the statement from {@code query} and the body follow each other, with a line break between. */
    static StatementBody read(QueryRequest request, InputStream body, SpoolDirectory spool) throws IOException {
        byte[] head = head(request.queryText(), body);
        Optional<InsertHead> insert = InsertHead.find(head, head.length);
        if (insert.isEmpty()) {
            return new StatementBody(withRest(head, body), false, null);
        }
        InsertHead found = insert.get();
        if (found.isValues() && head.length < HEAD_BYTES) {
            byte[] more = body.readNBytes(HEAD_BYTES);
            byte[] text = concat(head, head.length, more);
            if (more.length < HEAD_BYTES) {
                return new StatementBody(text, true, null);
            }
            head = text;
        }
        SpoolFile file = spool.copy(head, found.dataStart(), head.length, body);
        return new StatementBody(fromFile(head, found, request, file), true, file);
    }

    /** The same INSERT, with its data taken from the file. */
    private static byte[] fromFile(byte[] head, InsertHead found, QueryRequest request, SpoolFile file) {
        String format = found.format().isEmpty() ? request.format().orElse("Values") : found.format();
        ByteArrayOutputStream sql = new ByteArrayOutputStream(head.length + 256);
        sql.write(head, 0, found.clauseStart());
        sql.writeBytes((" FROM INFILE " + SqlText.string(file.path().toString()) + " ").getBytes(UTF_8));
        sql.write(head, found.clauseStart(), found.formatStart() - found.clauseStart());
        sql.writeBytes((" FORMAT " + format).getBytes(UTF_8));
        return sql.toByteArray();
    }

    private static byte[] head(byte[] query, InputStream body) throws IOException {
        if (query.length == 0) {
            return body.readNBytes(HEAD_BYTES);
        }
        int first = body.read();
        return first < 0 ? query : concat(query, query.length, new byte[] {'\n', (byte) first});
    }

    private static byte[] withRest(byte[] head, InputStream body) throws IOException {
        byte[] rest = body.readNBytes(LONGEST_STATEMENT);
        if (rest.length == LONGEST_STATEMENT) {
            throw new HttpException(413, "A statement is longer than " + LONGEST_STATEMENT + " bytes");
        }
        byte[] sql = concat(head, head.length, rest);
        if (sql.length == 0) {
            throw new EngineException(EngineException.SYNTAX_ERROR, "Syntax error: Empty query");
        }
        return sql;
    }

    private static byte[] concat(byte[] first, int length, byte[] second) {
        byte[] both = new byte[length + second.length];
        System.arraycopy(first, 0, both, 0, length);
        System.arraycopy(second, 0, both, length, second.length);
        return both;
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
