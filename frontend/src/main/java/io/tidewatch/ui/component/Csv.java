package io.tidewatch.ui.component;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180). A text that a spreadsheet would run as a formula gets a leading apostrophe, since names come from
 * people.
 */
public final class Csv {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\n\\r]");

    private final StringBuilder text = new StringBuilder();

    /** A table with these columns. */
    public Csv(Object... columns) {
        row(columns);
    }

    /** Adds a row; null becomes an empty cell. */
    public void row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(cell(cells[i]));
        }
        text.append("\r\n");
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String cell = value.toString();
        if (!(value instanceof Number) && FORMULA.matcher(cell).find()) {
            cell = "'" + cell;
        }
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
