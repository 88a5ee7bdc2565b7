package io.tidewatch.clickhouse.embedded.engine;

/** Names and values as SQL text. */
public final class SqlText {

    private SqlText() {}

    /** A string literal. */
    public static String string(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A quoted identifier. */
    public static String identifier(String name) {
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }
}
