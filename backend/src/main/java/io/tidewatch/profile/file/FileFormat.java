package io.tidewatch.profile.file;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats of files. */
public enum FileFormat {
    /** Comma, semicolon or tab between cells, names in the first row. */
    CSV,
    /** One JSON object a line. */
    NDJSON;

    /** The media types of the formats. */
    public static final String CSV_TYPE = "text/csv";

    /** One JSON object a line. */
    public static final String NDJSON_TYPE = "application/x-ndjson";

    /** Another name of the same. */
    public static final String JSON_LINES_TYPE = "application/jsonl";

    /** The format of a media type; CSV for anything else than the two names of NDJSON. */
    public static FileFormat of(@Nullable String mediaType) {
        String type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        return type.startsWith(NDJSON_TYPE) || type.startsWith(JSON_LINES_TYPE) ? NDJSON : CSV;
    }
}
