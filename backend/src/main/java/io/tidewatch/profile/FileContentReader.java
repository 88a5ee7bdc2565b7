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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file into the values of a baseline, row by row. A row with a bad cell is left out and reported. */
final class FileContentReader {

    private static final int MAX_PROBLEMS = 100;
    private static final int PREVIEW_ROWS = 20;
    private static final int MAX_PREVIEW_TEXT = 100;
    private static final int MAX_COLUMNS = 4_000;
    // Distinct numbers of all variables together; a slot takes 16 bytes, and up to three in four are free.
    private static final int MAX_DISTINCT_IN_ALL = 2_000_000;
    private static final long MAX_CATEGORY_CHARACTERS = 64_000_000;

    private final FileColumns columns;
    private final int maxDistinct;
    private final CategoryCollector.Room names = new CategoryCollector.Room(MAX_CATEGORY_CHARACTERS);
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, ValueCollector<?>> collectors = new HashMap<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private final List<Map<String, @Nullable String>> preview = new ArrayList<>();
    private long rows;
    private long badRows;
    private boolean complete = true;
    private @Nullable Instant first;
    private @Nullable Instant last;

    FileContentReader(FileColumns columns, long numbers) {
        this.columns = columns;
        this.maxDistinct = (int) Math.min(WindowReader.DISTINCT_LIMIT, MAX_DISTINCT_IN_ALL / Math.max(1, numbers));
    }

    FileContent read(FileFormat format, InputStream content) throws IOException {
        try (FileRows file = FileRows.open(format, content)) {
            boolean more = true;
            while (more) {
                more = readOne(file);
            }
        } catch (UnreadableFileException e) {
            complete = false;
            badRows++;
            problems.add(e.problem());
        }
        if (rows + badRows == 0) {
            problem(new FileProblem(1, null, "empty-file", "The file has no rows."));
        }
        Map<String, ValueCounts> values = new HashMap<>();
        collectors.forEach((name, collector) -> values.put(name, collector.counts(rows)));
        return new FileContent(
                rows,
                badRows,
                complete,
                problems,
                targets.entrySet().stream()
                        .map(entry -> new FileContent.Column(entry.getKey(), entry.getValue()))
                        .toList(),
                columns.absent(used),
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
        List<Runnable> additions = new ArrayList<>();
        Instant at = null;
        boolean good = true;
        for (Map.Entry<String, @Nullable Object> cell : row.cells().entrySet()) {
            String column = cell.getKey();
            if (column.length() > FileRows.MAX_NAME) {
                problem(new FileProblem(
                        row.number(),
                        null,
                        "invalid-name",
                        "a name has more than " + FileRows.MAX_NAME + " characters"));
                good = false;
                continue;
            }
            String target = target(column);
            if (target.equals(FileColumns.OCCURRED_AT)) {
                at = time(cell.getValue());
                good &= at != null || blank(cell.getValue()) || report(row, column, "must be an RFC 3339 time");
            } else if (!target.isEmpty()) {
                good &= collect(row, cell, target, additions);
            }
        }
        if (preview.size() < PREVIEW_ROWS) {
            preview.add(texts(row));
        }
        if (!good) {
            badRows++;
            return;
        }
        rows++;
        additions.forEach(Runnable::run);
        note(at);
    }

    private boolean collect(
            FileRow row, Map.Entry<String, @Nullable Object> cell, String target, List<Runnable> additions) {
        Variable variable = columns.variable(target);
        if (variable == null) {
            return true;
        }
        ValueCollector<?> collector =
                collectors.computeIfAbsent(target, ignored -> ValueCollector.of(variable, maxDistinct, names));
        return collect(collector, row, cell, additions);
    }

    private <T> boolean collect(
            ValueCollector<T> collector,
            FileRow row,
            Map.Entry<String, @Nullable Object> cell,
            List<Runnable> additions) {
        ValueCollector.Cell<T> read = collector.read(cell.getValue());
        if (read.problem() != null) {
            return report(row, cell.getKey(), read.problem());
        }
        T value = read.value();
        if (value != null) {
            additions.add(() -> collector.add(value));
        }
        return true;
    }

    private String target(String column) {
        String known = targets.get(column);
        if (known != null) {
            return known;
        }
        String found = columns.target(column);
        // Two columns of one variable would count each row twice; the first one wins.
        String target = found.isEmpty() || used.add(found) ? found : FileColumns.IGNORED;
        // Lines may name ever new columns that nothing is read from; only the first of those are told.
        if (!target.isEmpty() || targets.size() < MAX_COLUMNS) {
            targets.put(column, target);
        }
        return target;
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
            Instant time = OffsetDateTime.parse(cell.toString().strip()).toInstant();
            return FileTimes.isStorable(time) ? time : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Map<String, @Nullable String> texts(FileRow row) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> cell : row.cells().entrySet()) {
            if (targets.containsKey(cell.getKey())) {
                String text = cell.getValue() == null ? null : cell.getValue().toString();
                texts.put(
                        cell.getKey(),
                        text != null && text.length() > MAX_PREVIEW_TEXT
                                ? text.substring(0, MAX_PREVIEW_TEXT) + "…"
                                : text);
            }
        }
        return texts;
    }
}
