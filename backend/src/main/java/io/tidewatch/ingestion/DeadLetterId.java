package io.tidewatch.ingestion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a dead letter within its organization.
 *
 * @param batchId number of the log entry that it came in, unsigned
 * @param index its place among the events of that entry
 */
record DeadLetterId(long batchId, long index) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,20})-(\\d{1,10})");

    /** Reads an id; null for a text that is none. */
    static @Nullable DeadLetterId parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        try {
            return new DeadLetterId(Long.parseUnsignedLong(form.group(1)), Long.parseLong(form.group(2)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(batchId) + "-" + index;
    }
}
