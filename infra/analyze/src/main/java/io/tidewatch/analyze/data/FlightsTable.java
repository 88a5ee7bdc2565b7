package io.tidewatch.analyze.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The three million flights that benchmarks use, as a loaded table. */
public final class FlightsTable {

    /** Rows of both sides. */
    public static final long REFERENCE_ROWS = 1_477_911;

    private static final List<Column> COLUMNS = List.of(
            new Column("hour", ColumnType.NUMBER, "c0", 24, "", 0),
            new Column("distance", ColumnType.NUMBER, "c1", 1_500, "", 0),
            new Column("delay", ColumnType.NUMBER, "c2", 1_500, "", 0),
            new Column("origin", ColumnType.CATEGORY, "c3", 250, "", 0),
            new Column("destination", ColumnType.CATEGORY, "c4", 250, "", 0),
            new Column("weekday", ColumnType.CATEGORY, "c5", 7, "", 0));

    private FlightsTable() {}

    /** Loads the file anew and returns its data set. */
    public static Dataset load(Engine engine, Path parquet) {
        engine.execute(Sql.statement("drop", Map.of()));
        engine.execute(Sql.statement("bench-flights-create", Map.of()));
        engine.execute(Sql.statement(
                "bench-flights-load", Map.of("file", SourceFile.of(parquet).table())));
        return Dataset.ofTable(engine, COLUMNS);
    }

    /** Writes the loaded rows as CSV for other tools. */
    public static void export(Engine engine, Path csv) {
        engine.execute(Sql.statement("bench-flights-export", Map.of("path", Sql.text(csv.toString()))));
    }
}
