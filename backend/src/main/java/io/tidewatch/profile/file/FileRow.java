package io.tidewatch.profile.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param number as an editor or a spreadsheet counts it, from 1; the header of CSV is row 1
 * @param cells by name of the column: a String, Number, Boolean, null, or a List with the JSON of an array or object
 */
public record FileRow(long number, Map<String, @Nullable Object> cells) {

    public FileRow {
        // Not Map.copyOf: cells may be null.
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
}
