package io.tidewatch.platform.clickhouse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement from {@code resources/sql}, checked when it is loaded.
 *
 * @param name feature and file without ending: {@code analysis/volume}
 * @param text the SQL as it stands in the file
 * @param parameters type of each parameter {@code {name:Type}}
 */
record SqlStatement(String name, String text, Map<String, String> parameters) {

    static final String ORGANIZATION = "organizationId";

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+):\\s*([^{}]+?)\\s*}");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern COMMON_TABLE = Pattern.compile("\\b(\\w+)\\s+AS\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOURCE = Pattern.compile(
            "(?:\\bFROM|(?<!\\bARRAY )\\bJOIN|\\bALTER\\s+TABLE)\\s+([a-z_][\\w.]*+)(?!\\s*\\()",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGE = Pattern.compile("^(?:ALTER\\s+TABLE|INSERT\\s+INTO)\\b");
    private static final Pattern FIRST_PREDICATE = Pattern.compile(
            "\\b(?:WHERE|PREWHERE)\\s+(?:\\w+\\.)?organization_id\\s*=\\s*\\{organizationId:\\s*UUID}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNBOUNDED = Pattern.compile("^--\\s*unbounded:\\s*\\S", Pattern.MULTILINE);

    SqlStatement {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads and checks a file.
     *
     * @throws IllegalStateException if a table is read without the organization as first predicate, or without a time
     *     range and without a comment {@code -- unbounded: why}
     */
    static SqlStatement parse(String name, String text) {
        String code = COMMENT.matcher(text).replaceAll(" ");
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher found = PARAMETER.matcher(code);
        while (found.find()) {
            String earlier = parameters.put(found.group(1), found.group(2));
            if (earlier != null && !earlier.equals(found.group(2))) {
                throw invalid(name, "parameter " + found.group(1) + " has two types");
            }
        }
        int tables = tablesRead(code);
        int guarded = count(FIRST_PREDICATE.matcher(code));
        if (guarded < tables || !parameters.containsKey(ORGANIZATION)) {
            throw invalid(
                    name,
                    "reads " + tables + " tables, of which " + guarded
                            + " with organization_id = {organizationId:UUID} as first predicate");
        }
        boolean bounded = parameters.containsKey("from") && parameters.containsKey("to");
        if (!bounded && !UNBOUNDED.matcher(text).find()) {
            throw invalid(name, "has no {from:...} and {to:...} and no comment '-- unbounded: why'");
        }
        return new SqlStatement(name, text, parameters);
    }

    /** True if the statement changes rows instead of reading them. */
    boolean isChange() {
        return CHANGE.matcher(COMMENT.matcher(text).replaceAll(" ").strip()).find();
    }

    private static int tablesRead(String code) {
        var commonTables = COMMON_TABLE
                .matcher(code)
                .results()
                .map(match -> match.group(1))
                .toList();
        return (int) SOURCE.matcher(code)
                .results()
                .filter(match -> !commonTables.contains(match.group(1)))
                .count();
    }

    private static int count(Matcher matcher) {
        return (int) matcher.results().count();
    }

    private static IllegalStateException invalid(String name, String reason) {
        return new IllegalStateException("sql/" + name + ".sql " + reason);
    }
}
