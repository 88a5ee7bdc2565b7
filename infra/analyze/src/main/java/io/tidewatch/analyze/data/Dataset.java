package io.tidewatch.analyze.data;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.CategoryTableBuilder;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One or two files, loaded: their columns and the value tables of these. */
public final class Dataset {

    /** Columns grouped by one statement: enough to keep the engine busy, few enough to stay small. */
    private static final int BATCH = 25;

    /** Categories that get a name at most; rarer ones are counted by their counts. */
    private static final long LABELLED = 100_000;

    /** Categories rarer than this are never named in large columns: bins pool them anyway. */
    private static final long RARE = 11;

    private final Engine engine;
    private final List<Column> columns;
    private final long referenceRows;
    private final long currentRows;
    private final long maxDistinct;

    private Dataset(Engine engine, List<Column> columns, long referenceRows, long currentRows, long maxDistinct) {
        this.engine = engine;
        this.columns = columns;
        this.referenceRows = referenceRows;
        this.currentRows = currentRows;
        this.maxDistinct = maxDistinct;
    }

    /**
     * Loads files.
     *
     * @param reference the reference file, or null if there is only one
     * @param current the current file
     * @param types types that are not to be inferred
     * @param wanted the columns to load
     * @param maxDistinct numeric columns with more distinct values are rounded
     */
    public static Dataset load(
            Engine engine,
            @Nullable SourceFile reference,
            SourceFile current,
            Map<String, ColumnType> types,
            Predicate<String> wanted,
            long maxDistinct) {
        return of(engine, new DatasetLoader(engine, reference, current, types, wanted).load(), maxDistinct);
    }

    /** A table that is loaded already, with these columns. */
    static Dataset ofTable(Engine engine, List<Column> columns) {
        return of(engine, columns, Long.MAX_VALUE);
    }

    private static Dataset of(Engine engine, List<Column> columns, long maxDistinct) {
        try (Rows rows = engine.query(Sql.statement("count", Map.of()))) {
            return new Dataset(engine, columns, rows.readLong(), rows.readLong(), maxDistinct);
        }
    }

    /** The columns that were wanted, those of the reference first. */
    public List<Column> columns() {
        return columns;
    }

    /** The column of this name. */
    public Column column(String name) {
        Optional<Column> found =
                columns.stream().filter(column -> column.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new AnalyzeException("There is no column \"" + name + "\"."));
    }

    /** Rows of the reference file. */
    public long referenceRows() {
        return referenceRows;
    }

    /** Rows of the current file. */
    public long currentRows() {
        return currentRows;
    }

    /** The engine, for statements of other readers. */
    Engine engine() {
        return engine;
    }

    /** How a numeric column was rounded, empty if it was not. */
    public String rounding(Column column) {
        return isRounded(column)
                ? "More than " + maxDistinct + " distinct values: rounded to " + Rounding.PRECISION
                        + " of the interquartile range, and in proportion further out."
                : "";
    }

    private boolean isRounded(Column column) {
        return column.type() == ColumnType.NUMBER && column.distinct() > maxDistinct;
    }

    /** Value tables of numeric and categorical columns. */
    public Map<Column, ValueTable> tables(List<Column> wanted) {
        Map<Column, ValueTable> tables = new LinkedHashMap<>();
        List<Column> numbers = wanted.stream()
                .filter(column -> column.type() == ColumnType.NUMBER)
                .toList();
        List<Column> categories = wanted.stream()
                .filter(column -> column.type() == ColumnType.CATEGORY)
                .toList();
        for (int start = 0; start < numbers.size(); start += BATCH) {
            tables.putAll(numberTables(numbers.subList(start, Math.min(numbers.size(), start + BATCH))));
        }
        for (int start = 0; start < categories.size(); start += BATCH) {
            tables.putAll(categoryTables(categories.subList(start, Math.min(categories.size(), start + BATCH))));
        }
        return tables;
    }

    private Map<Column, NumberTable> numberTables(List<Column> batch) {
        List<NumberTableBuilder> builders = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (Column column : batch) {
            statements.add(numbersStatement(builders.size(), column));
            builders.add(NumberTable.builder());
        }
        try (Rows rows = engine.query(String.join("\nUNION ALL\n", statements))) {
            while (rows.hasNext()) {
                NumberTableBuilder builder = builders.get((int) rows.readLong());
                builder.add(rows.readNullableDouble(), rows.readLong(), rows.readLong());
            }
        }
        Map<Column, NumberTable> tables = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            tables.put(batch.get(i), builders.get(i).build());
        }
        return tables;
    }

    private String numbersStatement(int feature, Column column) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("feature", Integer.toString(feature));
        parts.put("column", column.stored());
        if (!isRounded(column)) {
            return Sql.statement("numbers", parts);
        }
        Rounding rounding = Rounding.of(engine, column);
        parts.put("centre", Sql.number(rounding.centre()));
        parts.put("scale", Sql.number(rounding.scale()));
        parts.put("steps", Integer.toString(Rounding.STEPS));
        return Sql.statement("numbers-rounded", parts);
    }

    private Map<Column, CategoryTable> categoryTables(List<Column> batch) {
        List<CategoryTableBuilder> builders = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (Column column : batch) {
            boolean large = column.distinct() > LABELLED;
            long labelled = large ? Math.max(RARE, (referenceRows + currentRows) / LABELLED) : 0;
            statements.add(Sql.statement(
                    "categories",
                    Map.of(
                            "feature", Integer.toString(builders.size()),
                            "column", column.stored(),
                            "labelled", Long.toString(labelled))));
            builders.add(CategoryTable.builder());
        }
        try (Rows rows = engine.query(String.join("\nUNION ALL\n", statements))) {
            while (rows.hasNext()) {
                CategoryTableBuilder builder = builders.get((int) rows.readLong());
                boolean missing = rows.readByte() == 1;
                String label = rows.readNullableString();
                long reference = rows.readLong();
                long current = rows.readLong();
                long categories = rows.readLong();
                if (missing) {
                    builder.addMissing(reference, current);
                } else if (label == null) {
                    builder.addGroup(reference, current, categories);
                } else {
                    builder.add(label, reference, current);
                }
            }
        }
        Map<Column, CategoryTable> tables = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            tables.put(batch.get(i), builders.get(i).build());
        }
        return tables;
    }
}
