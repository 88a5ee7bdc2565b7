package io.tidewatch.clickhouse.embedded.query;

import io.tidewatch.clickhouse.embedded.engine.EngineException;
import io.tidewatch.clickhouse.embedded.query.SqlScanner.Kind;
import java.util.Optional;

/**
 * What the text of a statement says about where its result goes.
 *
 * @param format format named by a FORMAT clause
 * @param mayStream whether it is a SELECT without totals and extremes, which stand apart from the other rows
 * @param several whether something follows a semicolon
 */
record SelectTail(Optional<String> format, boolean mayStream, boolean several) {

    /** Of a statement without a result. */
    static final SelectTail NONE = new SelectTail(Optional.empty(), false, false);

    static SelectTail find(byte[] text) {
        SqlScanner scanner = new SqlScanner(text, text.length);
        scanner.next();
        boolean select =
                scanner.isWord("SELECT") || scanner.isWord("WITH") || scanner.isWord("FROM") || scanner.isSign('(');
        Optional<String> format = Optional.empty();
        boolean several = false;
        boolean extraRows = false;
        while (scanner.kind() != Kind.END) {
            if (scanner.isSign('(') || scanner.isSign('[') || scanner.isSign('{')) {
                scanner.skipBrackets();
                scanner.next();
            } else if (scanner.isSign(';')) {
                several |= scanner.next() != Kind.END && !scanner.isSign(';');
            } else if (scanner.isWord("INTO")) {
                scanner.next();
                if (select) {
                    refuseFile(scanner);
                }
            } else if (scanner.isWord("TOTALS") || scanner.isWord("EXTREMES")) {
                extraRows = true;
                scanner.next();
            } else if (scanner.isWord("FORMAT")) {
                format = formatName(scanner);
            } else {
                scanner.next();
            }
        }
        return new SelectTail(format, select && !extraRows, several);
    }

    private static void refuseFile(SqlScanner scanner) {
        if (scanner.isWord("OUTFILE")) {
            throw new EngineException(
                    EngineException.UNKNOWN_TYPE_OF_QUERY, "INTO OUTFILE is not supported: the result is the answer");
        }
    }

    /** {@code format} may also be a column; it is the clause if a name follows, and then nothing or SETTINGS. */
    private static Optional<String> formatName(SqlScanner scanner) {
        if (scanner.next() != Kind.WORD) {
            return Optional.empty();
        }
        String name = scanner.token();
        scanner.next();
        boolean last = scanner.kind() == Kind.END || scanner.isSign(';') || scanner.isWord("SETTINGS");
        return last ? Optional.of(name) : Optional.empty();
    }
}
