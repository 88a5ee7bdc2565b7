package io.tidewatch.clickhouse.embedded.query;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * An output format as far as answers need to know it.
 *
 * <p>The engine formats every piece of a stream as if it were a result of its own. For formats that are rows one after
 * the other the pieces can be joined; where each begins with a header, that of all but the first is left out. Other
 * formats (JSON, Parquet and the like) have a frame around the rows and are not streamed.
 *
 * @param name as the statement or the client writes it
 */
record OutputFormat(String name) {

    /** What stands before the rows. */
    private enum Header {
        NONE,
        BINARY_NAMES,
        BINARY_NAMES_AND_TYPES,
        ONE_LINE,
        TWO_LINES,
        ONE_CSV_LINE,
        TWO_CSV_LINES
    }

    private static final Map<String, Header> STREAMABLE = Map.ofEntries(
            Map.entry("rowbinary", Header.NONE),
            Map.entry("rowbinarywithnames", Header.BINARY_NAMES),
            Map.entry("rowbinarywithnamesandtypes", Header.BINARY_NAMES_AND_TYPES),
            Map.entry("native", Header.NONE),
            Map.entry("null", Header.NONE),
            Map.entry("tabseparated", Header.NONE),
            Map.entry("tsv", Header.NONE),
            Map.entry("tabseparatedraw", Header.NONE),
            Map.entry("tsvraw", Header.NONE),
            Map.entry("tabseparatedwithnames", Header.ONE_LINE),
            Map.entry("tsvwithnames", Header.ONE_LINE),
            Map.entry("tabseparatedwithnamesandtypes", Header.TWO_LINES),
            Map.entry("tsvwithnamesandtypes", Header.TWO_LINES),
            Map.entry("csv", Header.NONE),
            Map.entry("csvwithnames", Header.ONE_CSV_LINE),
            Map.entry("csvwithnamesandtypes", Header.TWO_CSV_LINES),
            Map.entry("jsoneachrow", Header.NONE),
            Map.entry("jsonlines", Header.NONE),
            Map.entry("ndjson", Header.NONE),
            Map.entry("jsonstringseachrow", Header.NONE),
            Map.entry("jsoncompacteachrow", Header.NONE),
            Map.entry("jsoncompacteachrowwithnames", Header.ONE_LINE),
            Map.entry("jsoncompacteachrowwithnamesandtypes", Header.TWO_LINES));

    boolean streamable() {
        return STREAMABLE.containsKey(key());
    }

    /** The media type of an answer. */
    String contentType() {
        String key = key();
        if (key.startsWith("json")) {
            return key.contains("eachrow") ? "application/x-ndjson; charset=UTF-8" : "application/json; charset=UTF-8";
        }
        if (key.startsWith("csv")) {
            return "text/csv; charset=UTF-8";
        }
        if (key.startsWith("t")) {
            return "text/tab-separated-values; charset=UTF-8";
        }
        return key.startsWith("pretty") || key.equals("vertical")
                ? "text/plain; charset=UTF-8"
                : "application/octet-stream";
    }

    /**
     * Length of the header of a streamed piece.
     *
     * @param head first bytes of the piece
     * @return empty if the header is longer than these bytes
     */
    OptionalLong headerLength(ByteBuffer head) {
        return switch (STREAMABLE.getOrDefault(key(), Header.NONE)) {
            case NONE -> OptionalLong.of(0);
            case BINARY_NAMES -> binary(head, 1);
            case BINARY_NAMES_AND_TYPES -> binary(head, 2);
            case ONE_LINE -> lines(head, 1, false);
            case TWO_LINES -> lines(head, 2, false);
            case ONE_CSV_LINE -> lines(head, 1, true);
            case TWO_CSV_LINES -> lines(head, 2, true);
        };
    }

    /** A count of columns, then that many strings, each with its length before it, once or twice. */
    private static OptionalLong binary(ByteBuffer head, int stringsPerColumn) {
        long columns = varint(head);
        for (long i = 0; i < columns * stringsPerColumn; i++) {
            long length = varint(head);
            if (length < 0 || length > head.remaining()) {
                return OptionalLong.empty();
            }
            head.position(head.position() + (int) length);
        }
        return columns < 0 ? OptionalLong.empty() : OptionalLong.of(head.position());
    }

    private static long varint(ByteBuffer head) {
        long value = 0;
        for (int shift = 0; shift < 63 && head.hasRemaining(); shift += 7) {
            byte next = head.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        return -1;
    }

    private static OptionalLong lines(ByteBuffer head, int count, boolean quoted) {
        boolean within = false;
        int left = count;
        while (head.hasRemaining()) {
            byte next = head.get();
            if (quoted && next == '"') {
                within = !within;
            } else if (next == '\n' && !within && --left == 0) {
                return OptionalLong.of(head.position());
            }
        }
        return OptionalLong.empty();
    }

    private String key() {
        return name.toLowerCase(Locale.ROOT);
    }
}
