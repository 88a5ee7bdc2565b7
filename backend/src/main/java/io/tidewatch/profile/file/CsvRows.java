package io.tidewatch.profile.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rows of CSV (RFC 4180) in UTF-8. The separator is the one of comma, semicolon and tab that the first row has most of. */
final class CsvRows implements FileRows {

    private static final int HEADER_LIMIT = 262_144;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final RowLimit limit;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private long row;

    private CsvRows(RowLimit limit, CSVParser parser) throws IOException {
        this.limit = limit;
        this.parser = parser;
        this.records = parser.iterator();
        CSVRecord header = record();
        this.columns = header == null ? List.of() : names(header);
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
            return new CsvRows(
                    limit,
                    CSVFormat.RFC4180
                            .builder()
                            .setDelimiter(separator)
                            .setIgnoreEmptyLines(false)
                            .get()
                            .parse(limit));
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

    /** The names of the columns. One without a name, as of an index that a program wrote, is called by its place. */
    private static List<String> names(CSVRecord header) throws UnreadableFileException {
        List<String> names = IntStream.range(0, header.size())
                .mapToObj(index -> header.get(index).isBlank()
                        ? "column " + (index + 1)
                        : header.get(index).strip())
                .toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw header("The first row must name each column once, but names '" + shortened(name) + "' twice.");
            }
            if (name.length() > MAX_NAME) {
                throw header("The name '" + shortened(name) + "' has more than " + MAX_NAME + " characters.");
            }
        }
        return names;
    }

    @Override
    public @Nullable FileRow next() throws IOException, BadRowException {
        CSVRecord record = record();
        while (record != null && record.size() == 1 && record.get(0).isEmpty()) {
            record = record();
        }
        if (record == null) {
            return null;
        }
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

    private @Nullable CSVRecord record() throws IOException {
        limit.newRow();
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            row = record.getRecordNumber();
            return record;
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    private IOException unreadable(IOException cause) {
        return switch (cause) {
            case CharacterCodingException ignored -> notUtf8(row + 1);
            case RowLimit.ExceededException ignored ->
                broken("row-too-long", "has more than " + MAX_ROW + " characters");
            case CSVException ignored ->
                broken("malformed-row", "A quote is not closed, or text follows a closing quote.");
            default -> cause;
        };
    }

    private UnreadableFileException broken(String code, String detail) {
        return new UnreadableFileException(new FileProblem(row + 1, null, code, detail));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static String shortened(String name) {
        return name.length() > 50 ? name.substring(0, 50) + "…" : name;
    }

    private static UnreadableFileException header(String detail) {
        return new UnreadableFileException(new FileProblem(1, null, "invalid-header", detail));
    }

    private static UnreadableFileException notUtf8(long row) {
        return new UnreadableFileException(
                new FileProblem(row, null, "not-utf-8", "The file is not UTF-8 from about this row on."));
    }
}
