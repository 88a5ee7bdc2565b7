package io.tidewatch.sdk.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the server's answers: a whole text into maps, lists, strings, {@link Long}, {@link Double}, {@link Boolean} and
 * {@code null}. Strict, and bounded in depth, because the text comes from outside.
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 32;

    private final String text;
    private int position;

    private JsonReader(String text) {
        this.text = text;
    }

    /** The value that {@code text} holds. */
    public static @Nullable Object read(String text) throws JsonSyntaxException {
        JsonReader reader = new JsonReader(text);
        reader.skipSpace();
        Object value = reader.value(0);
        reader.skipSpace();
        if (reader.position != text.length()) {
            throw reader.unexpected();
        }
        return value;
    }

    /** The object that {@code text} holds. */
    public static JsonObject readObject(String text) throws JsonSyntaxException {
        if (read(text) instanceof JsonObject object) {
            return object;
        }
        throw new JsonSyntaxException("an object was expected");
    }

    private @Nullable Object value(int depth) throws JsonSyntaxException {
        if (depth > MAX_DEPTH) {
            throw new JsonSyntaxException("nested deeper than " + MAX_DEPTH);
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", Boolean.TRUE);
            case 'f' -> literal("false", Boolean.FALSE);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private JsonObject object(int depth) throws JsonSyntaxException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        position++;
        skipSpace();
        if (accept('}')) {
            return new JsonObject(members);
        }
        do {
            skipSpace();
            if (peek() != '"') {
                throw unexpected();
            }
            String name = string();
            skipSpace();
            expect(':');
            skipSpace();
            members.put(name, value(depth + 1));
            skipSpace();
        } while (accept(','));
        expect('}');
        return new JsonObject(members);
    }

    private List<@Nullable Object> array(int depth) throws JsonSyntaxException {
        List<@Nullable Object> items = new ArrayList<>();
        position++;
        skipSpace();
        if (accept(']')) {
            return items;
        }
        do {
            skipSpace();
            items.add(value(depth + 1));
            skipSpace();
        } while (accept(','));
        expect(']');
        return items;
    }

    private String string() throws JsonSyntaxException {
        position++;
        int start = position;
        StringBuilder unescaped = null;
        while (true) {
            char c = peek();
            if (c == '"') {
                String tail = text.substring(start, position++);
                return unescaped == null ? tail : unescaped.append(tail).toString();
            }
            if (c < 0x20) {
                throw unexpected();
            }
            if (c == '\\') {
                unescaped = unescaped == null ? new StringBuilder() : unescaped;
                unescaped.append(text, start, position++).append(escape());
                start = position;
            } else {
                position++;
            }
        }
    }

    private char escape() throws JsonSyntaxException {
        char c = peek();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new JsonSyntaxException("unknown escape at " + position);
        };
    }

    private char unicode() throws JsonSyntaxException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw unexpected();
            }
            code = code << 4 | digit;
            position++;
        }
        return (char) code;
    }

    private @Nullable Object literal(String word, @Nullable Boolean value) throws JsonSyntaxException {
        if (!text.startsWith(word, position)) {
            throw unexpected();
        }
        position += word.length();
        return value;
    }

    private Object number() throws JsonSyntaxException {
        int start = position;
        boolean whole = true;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '.' || c == 'e' || c == 'E') {
                whole = false;
            } else if (c != '-' && c != '+' && (c < '0' || c > '9')) {
                break;
            }
            position++;
        }
        String number = text.substring(start, position);
        try {
            // Up to 18 digits always fit a long; longer ones are only read approximately.
            if (whole && number.length() <= 18) {
                return Long.valueOf(number);
            }
            return Double.valueOf(number);
        } catch (NumberFormatException e) {
            throw new JsonSyntaxException("not a value at " + start);
        }
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private char peek() throws JsonSyntaxException {
        if (position >= text.length()) {
            throw new JsonSyntaxException("the text ends too early");
        }
        return text.charAt(position);
    }

    private boolean accept(char c) {
        if (position < text.length() && text.charAt(position) == c) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char c) throws JsonSyntaxException {
        if (!accept(c)) {
            throw unexpected();
        }
    }

    private JsonSyntaxException unexpected() {
        return new JsonSyntaxException("unexpected text at " + position);
    }
}
