package io.tidewatch.load.bench;

import io.tidewatch.load.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The baseline: the engine inserts the rows that are stored, from a RowBinary file, into an equal table. */
final class OwnInsert {

    private static final String SETTINGS = " SETTINGS async_insert = 0, optimize_on_insert = 0";
    private static final String COLUMNS =
            "SELECT arrayStringConcat(groupArray(name || ' ' || type), ', ') FROM (SELECT name,"
                    + " type FROM system.columns WHERE database = currentDatabase() AND table = 'prediction' ORDER BY position)";
    private static final int RUNS = 3;

    private OwnInsert() {}

    /** Events per second, the median of several runs. */
    static double eventsPerSecond(Engine engine, Path folder, long events) {
        Path file = folder.resolve("rows.bin");
        try {
            engine.download("SELECT * FROM prediction ORDER BY cityHash64(prediction_id) FORMAT RowBinary", file);
            // Quotes in it are escaped already, as a literal needs them.
            String columns = engine.run(COLUMNS).getFirst();
            double[] rates = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                engine.run("DROP TABLE IF EXISTS prediction_copy SYNC");
                engine.run("CREATE TABLE prediction_copy AS prediction");
                long start = System.nanoTime();
                engine.run("INSERT INTO prediction_copy SELECT * FROM file('" + file + "', 'RowBinary', '" + columns
                        + "')" + SETTINGS);
                rates[run] = events * 1e9 / (System.nanoTime() - start);
            }
            if (engine.number("SELECT count() FROM prediction_copy") != events) {
                throw new IllegalStateException("The copy does not have " + events + " rows");
            }
            engine.run("DROP TABLE prediction_copy SYNC");
            Files.delete(file);
            Arrays.sort(rates);
            return rates[RUNS / 2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
