package io.tidewatch.profile;

import io.tidewatch.profile.file.BadRowException;
import io.tidewatch.profile.file.FileFormat;
import io.tidewatch.profile.file.FileProblem;
import io.tidewatch.profile.file.FileRow;
import io.tidewatch.profile.file.FileRows;
import io.tidewatch.profile.file.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file into the values of a baseline, row by row. A row with a bad cell is left out and reported. */
final class FileContentReader {

    private static final int MAX_PROBLEMS = 100;
    private static final int PREVIEW_ROWS = 20;
    private static final int MAX_PREVIEW_TEXT = 100;
    private static final int MAX_COLUMNS = 4_000;
    // Distinct values of all variables together; a slot takes 16 bytes, and half of them are free.
    private static final int MAX_DISTINCT_IN_ALL = 4_000_000;

    private final FileColumns columns;
    private final int maxDistinct;
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Map<String, ValueCollector<?>> collectors = new HashMap<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private final List<Map<String, @Nullable String>> preview = new ArrayList<>();
    private long rows;
    private long badRows;
    private @Nullable Instant first;
    private @Nullable Instant last;

    FileContentReader(FileColumns columns, int variables) {
        this.columns = columns;
        this.maxDistinct = Math.min(WindowReader.DISTINCT_LIMIT, MAX_DISTINCT_IN_ALL / Math.max(1, variables));
    }

    FileContent read(FileFormat format, InputStream content) throws IOException {
        try (FileRows file = FileRows.open(format, content)) {
            boolean more = true;
            while (more) {
                more = readOne(file);
            }
        } catch (UnreadableFileException e) {
            badRows++;
            problem(e.problem());
        }
        Map<String, ValueCounts> values = new HashMap<>();
        collectors.forEach((name, collector) -> values.put(name, collector.counts()));
        return new FileContent(
                rows,
                badRows,
                problems,
                targets.entrySet().stream()
                        .map(entry -> new FileContent.Column(entry.getKey(), entry.getValue()))
                        .toList(),
                preview,
                values,
                first,
                last);
    }

    private boolean readOne(FileRows file) throws IOException {
        try {
            FileRow row = file.next();
            if (row == null) {
                return false;
            }
            add(row);
        } catch (BadRowException e) {
            badRows++;
            problem(e.problem());
        }
        return true;
    }

    private void add(FileRow row) {
        if (preview.size() < PREVIEW_ROWS) {
            preview.add(texts(row));
        }
        Map<String, Runnable> additions = new HashMap<>();
        Instant at = null;
        boolean good = true;
        for (Map.Entry<String, @Nullable Object> cell : row.cells().entrySet()) {
            String target = target(cell.getKey());
            if (target.equals(FileColumns.OCCURRED_AT)) {
                at = time(cell.getValue());
                good &= at != null || blank(cell.getValue()) || report(row, cell.getKey(), "must be an RFC 3339 time");
            } else if (!target.isEmpty()) {
                good &= collect(row, cell, target, additions);
            }
        }
        if (!good) {
            badRows++;
            return;
        }
        rows++;
        collectors.forEach((name, collector) -> {
            Runnable addition = additions.get(name);
            if (addition == null) {
                collector.add(null);
            } else {
                addition.run();
            }
        });
        note(at);
    }

    private boolean collect(
            FileRow row, Map.Entry<String, @Nullable Object> cell, String target, Map<String, Runnable> additions) {
        Variable variable = columns.variable(target);
        if (variable == null) {
            return true;
        }
        ValueCollector<?> collector = collectors.computeIfAbsent(target, ignored -> newCollector(variable));
        return collect(collector, row, cell, target, additions);
    }

    private <T> boolean collect(
            ValueCollector<T> collector,
            FileRow row,
            Map.Entry<String, @Nullable Object> cell,
            String target,
            Map<String, Runnable> additions) {
        ValueCollector.Cell<T> read = collector.read(cell.getValue());
        if (read.problem() != null) {
            return report(row, cell.getKey(), read.problem());
        }
        additions.put(target, () -> collector.add(read.value()));
        return true;
    }

    /** A column that appears late was missing in the rows before. */
    private ValueCollector<?> newCollector(Variable variable) {
        ValueCollector<?> collector = ValueCollector.of(variable, maxDistinct);
        for (long row = 0; row < rows; row++) {
            collector.add(null);
        }
        return collector;
    }

    private String target(String column) {
        String known = targets.get(column);
        if (known != null) {
            return known;
        }
        if (targets.size() >= MAX_COLUMNS) {
            return FileColumns.IGNORED;
        }
        String target = columns.target(column);
        // Two columns of one variable would count each row twice; the first one wins.
        String used = !target.isEmpty() && targets.containsValue(target) ? FileColumns.IGNORED : target;
        targets.put(column, used);
        return used;
    }

    private boolean report(FileRow row, String column, String detail) {
        problem(new FileProblem(row.number(), column, "wrong-type", detail));
        return false;
    }

    private void problem(FileProblem problem) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
        }
    }

    private void note(@Nullable Instant at) {
        if (at != null) {
            first = first == null || at.isBefore(first) ? at : first;
            last = last == null || at.isAfter(last) ? at : last;
        }
    }

    private static boolean blank(@Nullable Object cell) {
        return cell == null || cell.toString().isBlank();
    }

    private static @Nullable Instant time(@Nullable Object cell) {
        if (cell == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(cell.toString().strip()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, @Nullable String> texts(FileRow row) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        row.cells().forEach((name, cell) -> {
            String text = cell == null ? null : cell.toString();
            texts.put(
                    name,
                    text != null && text.length() > MAX_PREVIEW_TEXT
                            ? text.substring(0, MAX_PREVIEW_TEXT) + "…"
                            : text);
        });
        return texts;
    }
}
