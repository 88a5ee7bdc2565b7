package io.tidewatch.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Audit entries as CSV (RFC 4180). A text that a spreadsheet would run as a formula gets a leading apostrophe, since names
 * come from people.
 */
final class AuditCsv {

    /** The first line. */
    static final String HEADER = "sequence,at,actorKind,actorId,actorName,action,resourceType,resourceId,before,after,"
            + "remoteAddress,userAgent,traceId,hash\r\n";

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\n\\r]");

    private AuditCsv() {}

    /** The lines of some entries. */
    static String lines(List<AuditEntry> entries, ObjectMapper json) {
        return entries.stream().map(entry -> line(entry, json)).collect(Collectors.joining());
    }

    private static String line(AuditEntry entry, ObjectMapper json) {
        return Stream.of(
                        Long.toString(entry.sequence()),
                        entry.at().toString(),
                        entry.actorKind(),
                        entry.actorId(),
                        entry.actorName(),
                        entry.action(),
                        entry.resourceType(),
                        entry.resourceId(),
                        state(entry.before(), json),
                        state(entry.after(), json),
                        or(entry.remoteAddress()),
                        or(entry.userAgent()),
                        or(entry.traceId()),
                        entry.hash())
                .map(AuditCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String cell = FORMULA.matcher(text).find() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String state(@Nullable Map<String, Object> state, ObjectMapper json) {
        try {
            return state == null ? "" : json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What came from JSON is JSON", e);
        }
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
