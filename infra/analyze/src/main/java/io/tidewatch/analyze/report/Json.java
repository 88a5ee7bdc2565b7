package io.tidewatch.analyze.report;

import java.util.Iterator;
import java.util.Map;

/** Writes maps, lists, texts, numbers and truth values as JSON; numbers that are not finite become null. */
public final class Json {

    private final StringBuilder out = new StringBuilder();

    private final boolean indented;

    private Json(boolean indented) {
        this.indented = indented;
    }

    /** The value as indented JSON with a final newline. */
    public static String write(Object value) {
        Json json = new Json(true);
        json.append(value, 0);
        return json.out.append('\n').toString();
    }

    /** The value as JSON in one line, without a newline. */
    public static String line(Object value) {
        Json json = new Json(false);
        json.append(value, 0);
        return json.out.toString();
    }

    private void append(Object value, int depth) {
        switch (value) {
            case Map<?, ?> map -> appendMap(map, depth);
            case Iterable<?> list -> appendList(list, depth);
            case String text -> appendText(text);
            case Double number -> out.append(Double.isFinite(number) ? number.toString() : "null");
            case Number number -> out.append(number);
            case Boolean truth -> out.append(truth);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private void appendMap(Map<?, ?> map, int depth) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            lineBreak(depth + 1);
            appendText((String) entry.getKey());
            out.append(": ");
            append(entry.getValue(), depth + 1);
            out.append(entries.hasNext() ? (indented ? "," : ", ") : "");
        }
        lineBreak(depth);
        out.append('}');
    }

    private void appendList(Iterable<?> list, int depth) {
        out.append('[');
        Iterator<?> values = list.iterator();
        while (values.hasNext()) {
            append(values.next(), depth + 1);
            out.append(values.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    private void appendText(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void lineBreak(int depth) {
        if (indented) {
            out.append('\n').repeat("  ", depth);
        }
    }
}
