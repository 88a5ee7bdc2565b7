package io.tidewatch.clickhouse.embedded.query;

import io.tidewatch.clickhouse.embedded.engine.EngineException;
import java.util.Optional;

/**
 * Where the data of an INSERT statement begins.
 *
 * @param clauseStart where a clause {@code FROM INFILE} can be put: behind the table and its columns
 * @param formatStart start of the FORMAT or VALUES clause; end of the text if there is none
 * @param dataStart first byte of the data
 * @param format format of the data; empty if the statement names none
 */
record InsertHead(int clauseStart, int formatStart, int dataStart, String format) {

    private static final String VALUES = "Values";

    boolean isValues() {
        return format.equals(VALUES);
    }

    /**
     * Finds it.
     *
     * @param text a statement, maybe followed by data
     * @return empty if this is no INSERT, or one whose rows come from a SELECT
     */
    static Optional<InsertHead> find(byte[] text, int length) {
        SqlScanner scanner = new SqlScanner(text, length);
        scanner.next();
        if (!scanner.isWord("INSERT")) {
            return Optional.empty();
        }
        scanner.next();
        skipTarget(scanner);
        int clauseStart = -1;
        while (scanner.kind() != SqlScanner.Kind.END && !scanner.isSign(';')) {
            if (scanner.isWord("FROM")) {
                scanner.next();
                refuseFile(scanner);
                return Optional.empty();
            }
            if (scanner.isWord("SELECT") || scanner.isWord("WITH") || scanner.isWord("WATCH")) {
                return Optional.empty();
            }
            if (scanner.isWord("SETTINGS") && clauseStart < 0) {
                clauseStart = scanner.tokenStart();
            } else if (scanner.isWord("VALUES")) {
                int start = scanner.tokenStart();
                return Optional.of(
                        new InsertHead(clauseStart < 0 ? start : clauseStart, start, scanner.tokenEnd(), VALUES));
            } else if (scanner.isWord("FORMAT")) {
                int start = scanner.tokenStart();
                scanner.next();
                return Optional.of(new InsertHead(
                        clauseStart < 0 ? start : clauseStart,
                        start,
                        dataStart(text, scanner.tokenEnd(), length),
                        scanner.token()));
            } else if (scanner.isSign('(')) {
                scanner.next();
                if (scanner.isWord("SELECT") || scanner.isWord("WITH")) {
                    return Optional.empty();
                }
                skipToClosing(scanner);
            }
            scanner.next();
        }
        int end = scanner.tokenStart();
        return Optional.of(new InsertHead(clauseStart < 0 ? end : clauseStart, end, length, ""));
    }

    /** Goes behind {@code [INTO] [TABLE] [FUNCTION] name}, so that a table may be called {@code format} or {@code values}. */
    private static void skipTarget(SqlScanner scanner) {
        if (scanner.isWord("INTO")) {
            scanner.next();
        }
        if (scanner.isWord("TABLE")) {
            scanner.next();
        }
        if (scanner.isWord("FUNCTION")) {
            scanner.next();
        }
        while (true) {
            if (scanner.isSign('{')) {
                scanner.skipBrackets();
            }
            scanner.next();
            if (!scanner.isSign('.')) {
                return;
            }
            scanner.next();
        }
    }

    /** A server does not read its own files for a client either; the statement would be run by the client's program. */
    private static void refuseFile(SqlScanner scanner) {
        if (scanner.isWord("INFILE")) {
            throw new EngineException(
                    EngineException.UNKNOWN_TYPE_OF_QUERY, "FROM INFILE is not supported: send the data as the body");
        }
    }

    private static void skipToClosing(SqlScanner scanner) {
        while (scanner.kind() != SqlScanner.Kind.END && !scanner.isSign(')')) {
            if (scanner.isSign('(')) {
                scanner.skipBrackets();
            }
            scanner.next();
        }
    }

    /** Data begins behind the first line break after the format's name, or behind the blanks if there is none. */
    private static int dataStart(byte[] text, int from, int length) {
        int position = from;
        while (position < length && (text[position] == ' ' || text[position] == '\t' || text[position] == '\f')) {
            position++;
        }
        if (position < length && text[position] == '\r') {
            position++;
        }
        if (position < length && text[position] == '\n') {
            position++;
        }
        return position;
    }
}
