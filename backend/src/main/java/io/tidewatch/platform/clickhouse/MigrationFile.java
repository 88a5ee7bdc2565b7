package io.tidewatch.platform.clickhouse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One change of the event tables: {@code V0001__ingestion_events.sql}, owner feature first in its name.
 *
 * <p>Statements end with a semicolon at the end of a line. ClickHouse has no transactions for them, so each must do no
 * harm when it runs again after a failure further down ({@code IF NOT EXISTS}). {@code ${engine:MergeTree}} stands for
 * the engine that the configuration names for it.
 *
 * @param version number of the change, from 1
 * @param name file name without number and ending
 * @param text the file as it stands
 */
record MigrationFile(int version, String name, String text) {

    private static final Pattern FILE = Pattern.compile("V(\\d{4})__([a-z0-9_]+)\\.sql");
    private static final Pattern ENGINE = Pattern.compile("\\$\\{engine:(\\w+)}");
    private static final Pattern STATEMENT_END = Pattern.compile(";[ \\t]*(?:\\R|$)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*$");

    /** Reads a file; empty if it is no migration by its name. */
    static Optional<MigrationFile> of(String fileName, String text) {
        Matcher matcher = FILE.matcher(fileName);
        return matcher.matches()
                ? Optional.of(new MigrationFile(Integer.parseInt(matcher.group(1)), matcher.group(2), text))
                : Optional.empty();
    }

    /** The statements, with the engines of this installation. */
    List<String> statements(Map<String, String> engines) {
        return Arrays.stream(STATEMENT_END.split(withEngines(text, engines)))
                .filter(statement -> !COMMENT.matcher(statement).replaceAll("").isBlank())
                .map(String::strip)
                .toList();
    }

    /** SHA-256 of the file: a migration is never edited after it was applied. */
    String checksum() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "%04d %s".formatted(version, name);
    }

    static String withEngines(String sql, Map<String, String> engines) {
        return ENGINE.matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(engines.getOrDefault(found.group(1), found.group(1))));
    }
}
