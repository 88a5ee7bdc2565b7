package io.tidewatch.profile.file;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/** Rows of CSV (RFC 4180) in UTF-8. The separator is the one of comma, semicolon and tab that the first row has most of. */
final class CsvRows implements FileRows {

    private static final int HEADER_LIMIT = 262_144;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final RowLimit limit;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private long row = 1;

    private CsvRows(RowLimit limit, CSVParser parser) {
        this.limit = limit;
        this.parser = parser;
        this.records = parser.iterator();
        this.columns = parser.getHeaderNames();
    }

    static CsvRows open(InputStream content) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                content,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            char separator = separator(reader);
            RowLimit limit = new RowLimit(reader);
            CSVParser parser = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(separator)
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                    .get()
                    .parse(limit);
            return new CsvRows(limit, parser);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException(new FileProblem(
                    1, null, "invalid-header", "The first row must name each column, and each name once."));
        } catch (CharacterCodingException e) {
            throw notUtf8(1);
        }
    }

    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(HEADER_LIMIT);
        int first = reader.read();
        if (first != BYTE_ORDER_MARK) {
            reader.reset();
        }
        reader.mark(HEADER_LIMIT);
        char best = ',';
        int[] counts = new int[3];
        String candidates = ",;\t";
        boolean quoted = false;
        for (int seen = 0; seen < HEADER_LIMIT - 1; seen++) {
            int next = reader.read();
            if (next < 0 || (!quoted && (next == '\n' || next == '\r'))) {
                break;
            }
            quoted ^= next == '"';
            int candidate = quoted ? -1 : candidates.indexOf(next);
            if (candidate >= 0) {
                counts[candidate]++;
                best = counts[candidate] > counts[candidates.indexOf(best)] ? (char) next : best;
            }
        }
        reader.reset();
        return best;
    }

    @Override
    public @Nullable FileRow next() throws IOException, BadRowException {
        limit.newRow();
        CSVRecord record;
        try {
            if (!records.hasNext()) {
                return null;
            }
            record = records.next();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notUtf8(row + 1);
            }
            throw new UnreadableFileException(new FileProblem(
                    row + 1,
                    null,
                    "malformed-row",
                    "A quote is not closed, stands inside of a cell, or the row is too long."));
        }
        row = record.getRecordNumber() + 1;
        if (record.size() != columns.size()) {
            throw new BadRowException(new FileProblem(
                    row,
                    null,
                    "wrong-columns",
                    "has " + record.size() + " cells, but the first row has " + columns.size()));
        }
        Map<String, @Nullable Object> cells = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int index = 0; index < columns.size(); index++) {
            cells.put(columns.get(index), record.get(index));
        }
        return new FileRow(row, cells);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static UnreadableFileException notUtf8(long row) {
        return new UnreadableFileException(
                new FileProblem(row, null, "not-utf-8", "The file is not UTF-8 from about this row on."));
    }

    /** Stops a row that would not end: a quote that is never closed takes in all that follows. */
    private static final class RowLimit extends FilterReader {

        private long count;

        RowLimit(Reader in) {
            super(in);
        }

        void newRow() {
            count = 0;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            add(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            add(Math.max(0, read));
            return read;
        }

        private void add(int more) throws IOException {
            count += more;
            if (count > MAX_ROW) {
                throw new IOException("A row is longer than " + MAX_ROW + " characters");
            }
        }
    }
}
