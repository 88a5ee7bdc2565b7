package io.tidewatch.profile.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other; at no time is more than one held. */
public interface FileRows extends Closeable {

    /** Bytes or characters that one row may have. */
    int MAX_ROW = 1_048_576;

    /** Characters that the name of a column may have. */
    int MAX_NAME = 256;

    /**
     * The next row, or null at the end.
     *
     * @throws BadRowException if this one can't be read; the next call goes on with the next
     * @throws UnreadableFileException if nothing of the file can be read from here on
     */
    @Nullable
    FileRow next() throws IOException, BadRowException;

    /** Opens a file. */
    static FileRows open(FileFormat format, InputStream content) throws IOException {
        return switch (format) {
            case CSV -> CsvRows.open(content);
            case NDJSON -> new NdjsonRows(content);
        };
    }
}
