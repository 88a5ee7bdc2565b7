package io.tidewatch.ui.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changed between two states of a thing, field by field. */
final class AuditDiff {

    private AuditDiff() {}

    /**
     * The fields that differ, sorted by name; all fields where one of the states is missing. Objects inside are compared
     * field by field too.
     */
    static List<Line> of(
            @Nullable Map<String, ? extends @Nullable Object> before,
            @Nullable Map<String, ? extends @Nullable Object> after) {
        List<Line> lines = new ArrayList<>();
        collect("", before == null ? Map.of() : before, after == null ? Map.of() : after, lines);
        return lines;
    }

    private static void collect(String prefix, Map<?, ?> before, Map<?, ?> after, List<Line> lines) {
        TreeSet<String> fields = new TreeSet<>();
        before.keySet().forEach(key -> fields.add(String.valueOf(key)));
        after.keySet().forEach(key -> fields.add(String.valueOf(key)));
        for (String field : fields) {
            Object old = before.get(field);
            Object now = after.get(field);
            if (old instanceof Map<?, ?> oldFields && now instanceof Map<?, ?> newFields) {
                collect(prefix + field + ".", oldFields, newFields, lines);
            } else if (!Objects.equals(old, now)) {
                lines.add(new Line(prefix + field, text(old), text(now)));
            }
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /**
     * A field that differs.
     *
     * @param before what it was, null for nothing
     * @param after what it is, null for nothing
     */
    record Line(
            String field, @Nullable String before, @Nullable String after) {}
}
