package io.tidewatch.analyze.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Statements from resource files, with parts filled in, and the quoting that makes them safe. */
final class Sql {

    private Sql() {}

    /** The statement in {@code sql/analyze/<name>.sql}, each <code>{key}</code> replaced by its part. */
    static String statement(String name, Map<String, String> parts) {
        String path = "/sql/analyze/" + name + ".sql";
        String sql;
        try (InputStream in = Objects.requireNonNull(Sql.class.getResourceAsStream(path), path)) {
            sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringBuilder filled = new StringBuilder();
        int position = 0;
        while (true) {
            int open = sql.indexOf('{', position);
            if (open < 0) {
                return filled.append(sql, position, sql.length()).toString();
            }
            int close = sql.indexOf('}', open);
            String key = sql.substring(open + 1, close);
            filled.append(sql, position, open).append(Objects.requireNonNull(parts.get(key), key));
            position = close + 1;
        }
    }

    /** A text literal. */
    static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A column name. */
    static String identifier(String name) {
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }

    /** A number literal that reads back as the same double. */
    static String number(double value) {
        return Double.toString(value);
    }
}
