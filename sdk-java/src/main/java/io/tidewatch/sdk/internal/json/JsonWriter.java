package io.tidewatch.sdk.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes JSON as UTF-8 into one growing array. It produces valid JSON for every input: non-finite numbers become
 * {@code null}, lone surrogates become U+FFFD, control characters are escaped. Not thread-safe.
 *
 * <p>Commas are written by the writer itself, so callers only say what comes next.
 */
public final class JsonWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** Beyond this, doubles do not hold every whole number, and the short form would hide that. */
    private static final double EXACT_WHOLE_NUMBERS = 9.007199254740992E15;

    private byte[] buffer;
    private int length;
    private boolean needsComma;

    /** Creates a writer whose first array holds {@code initialCapacity} bytes. */
    public JsonWriter(int initialCapacity) {
        buffer = new byte[initialCapacity];
    }

    /** Bytes written so far. */
    public int length() {
        return length;
    }

    /** Forgets everything after the first {@code newLength} bytes; the next element starts there. */
    public void truncate(int newLength) {
        length = newLength;
        needsComma = newLength > 0 && "[{:".indexOf(buffer[newLength - 1]) < 0;
    }

    /** Forgets everything, and gives memory back if the array has grown beyond {@code keep} bytes. */
    public void reset(int keep) {
        length = 0;
        needsComma = false;
        if (buffer.length > keep) {
            buffer = new byte[keep];
        }
    }

    /** A copy of what has been written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }

    @Override
    public String toString() {
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    /** Starts an object. */
    public JsonWriter beginObject() {
        return open('{');
    }

    /** Ends the object. */
    public JsonWriter endObject() {
        return close('}');
    }

    /** Starts an array. */
    public JsonWriter beginArray() {
        return open('[');
    }

    /** Ends the array. */
    public JsonWriter endArray() {
        return close(']');
    }

    /** Writes the name of the next member. */
    public JsonWriter name(String name) {
        separate();
        quoted(name);
        put(':');
        needsComma = false;
        return this;
    }

    /** Writes a string. */
    public JsonWriter value(String value) {
        separate();
        quoted(value);
        needsComma = true;
        return this;
    }

    /** Writes a whole number. */
    public JsonWriter value(long value) {
        separate();
        digits(value);
        needsComma = true;
        return this;
    }

    /** Writes a number so that reading it gives the same double; NaN and infinities become {@code null}. */
    public JsonWriter value(double value) {
        if (!Double.isFinite(value)) {
            return nullValue();
        }
        if (value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE_NUMBERS && !isNegativeZero(value)) {
            return value((long) value);
        }
        separate();
        ascii(Double.toString(value));
        needsComma = true;
        return this;
    }

    /** Writes a number so that reading it as a float gives the same float: half as long as its double would be. */
    public JsonWriter value(float value) {
        if (!Float.isFinite(value)) {
            return nullValue();
        }
        separate();
        ascii(Float.toString(value));
        needsComma = true;
        return this;
    }

    /** Writes {@code true} or {@code false}. */
    public JsonWriter value(boolean value) {
        separate();
        ascii(value ? "true" : "false");
        needsComma = true;
        return this;
    }

    /** Writes {@code null}. */
    public JsonWriter nullValue() {
        separate();
        ascii("null");
        needsComma = true;
        return this;
    }

    /** Writes text that is known to be plain ASCII without quotes, backslashes or control characters, as a string. */
    public JsonWriter plain(String value) {
        separate();
        put('"');
        ascii(value);
        put('"');
        needsComma = true;
        return this;
    }

    /** Writes bytes that are already one JSON value. */
    public JsonWriter raw(byte[] json, int offset, int count) {
        separate();
        ensure(count);
        System.arraycopy(json, offset, buffer, length, count);
        length += count;
        needsComma = true;
        return this;
    }

    private JsonWriter open(char bracket) {
        separate();
        put(bracket);
        needsComma = false;
        return this;
    }

    private JsonWriter close(char bracket) {
        put(bracket);
        needsComma = true;
        return this;
    }

    private void separate() {
        if (needsComma) {
            put(',');
            needsComma = false;
        }
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && Double.doubleToRawLongBits(value) != 0;
    }

    private void digits(long value) {
        if (value == Long.MIN_VALUE) {
            ascii("-9223372036854775808");
            return;
        }
        ensure(20);
        long rest = value;
        if (rest < 0) {
            buffer[length++] = '-';
            rest = -rest;
        }
        int start = length;
        do {
            buffer[length++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        for (int left = start, right = length - 1; left < right; left++, right--) {
            byte swapped = buffer[left];
            buffer[left] = buffer[right];
            buffer[right] = swapped;
        }
    }

    private void quoted(String text) {
        put('"');
        int end = text.length();
        // Three bytes is the most one UTF-16 unit can take; escapes, which take six, ask for room themselves.
        ensure(Math.multiplyExact(end, 3));
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x80) {
                if (c == '"' || c == '\\') {
                    put('\\');
                }
                put(c);
            } else if (c < 0x20) {
                control(c);
            } else if (c < 0x800) {
                put(0xC0 | (c >> 6));
                put(0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                threeBytes(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                int codePoint = Character.toCodePoint(c, text.charAt(++i));
                put(0xF0 | (codePoint >> 18));
                put(0x80 | ((codePoint >> 12) & 0x3F));
                put(0x80 | ((codePoint >> 6) & 0x3F));
                put(0x80 | (codePoint & 0x3F));
            } else {
                threeBytes('\uFFFD');
            }
        }
        put('"');
    }

    private void threeBytes(char c) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }

    private void control(char c) {
        switch (c) {
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            case '\t' -> ascii("\\t");
            default -> {
                ascii("\\u00");
                put(HEX[c >> 4]);
                put(HEX[c & 0xF]);
            }
        }
    }

    private void ascii(String text) {
        int end = text.length();
        ensure(end);
        for (int i = 0; i < end; i++) {
            buffer[length++] = (byte) text.charAt(i);
        }
    }

    private void put(int b) {
        ensure(1);
        buffer[length++] = (byte) b;
    }

    private void ensure(int more) {
        if (more > buffer.length - length) {
            long wanted = Math.max((long) length + more, (long) buffer.length + (buffer.length >> 1) + 16);
            if (wanted > Integer.MAX_VALUE - 8) {
                throw new IllegalStateException("JSON text is larger than an array can be");
            }
            buffer = Arrays.copyOf(buffer, (int) wanted);
        }
    }
}
