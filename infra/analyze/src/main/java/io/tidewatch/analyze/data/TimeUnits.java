package io.tidewatch.analyze.data;

import io.tidewatch.analysis.stats.verdict.BinLayout;
import io.tidewatch.analysis.stats.verdict.CategoryBins;
import io.tidewatch.analysis.stats.verdict.NumberBins;
import io.tidewatch.analysis.stats.verdict.ReferenceBlocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The reference cut into days (or hours, if it is short) by a time column, so that the verdict knows how days vary. */
public final class TimeUnits {

    private static final long DAY = 86_400;
    private static final long HOUR = 3_600;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int HOURS_OF_A_DAY = 24;
    private static final int BATCH = 25;

    /** A reference spanning more units than this is cut into days whatever its length. */
    private static final long MOST_UNITS = 4_000;

    private final Dataset data;
    private final Column time;
    private final long seconds;
    private final long first;
    private final int units;
    private final int windowUnits;
    private final int phase;

    private TimeUnits(Dataset data, Column time, long seconds, Span span) {
        this.data = data;
        this.time = time;
        this.seconds = seconds;
        this.first = span.referenceFirst();
        this.units = span.referenceUnits();
        this.windowUnits = span.windowUnits();
        this.phase = (int) Math.floorMod(span.currentFirst() - span.referenceFirst(), (long) period(seconds));
    }

    private record Span(long referenceFirst, long referenceLast, long currentFirst, long currentLast) {

        int referenceUnits() {
            return (int) Math.min(MOST_UNITS, referenceLast - referenceFirst + 1);
        }

        int windowUnits() {
            return (int) Math.min(MOST_UNITS, currentLast - currentFirst + 1);
        }
    }

    /** The units of a time column: days if the reference has enough of them, hours otherwise. */
    public static TimeUnits of(Dataset data, Column time) {
        if (time.type() != ColumnType.TIME) {
            throw new AnalyzeException("The column \"" + time.name() + "\" holds no dates or times.");
        }
        Span days = span(data, time, DAY);
        boolean enough = days.referenceUnits() >= ReferenceBlocks.FEWEST_UNITS;
        return enough ? new TimeUnits(data, time, DAY, days) : new TimeUnits(data, time, HOUR, span(data, time, HOUR));
    }

    private static int period(long seconds) {
        return seconds == DAY ? DAYS_OF_A_WEEK : HOURS_OF_A_DAY;
    }

    private static Span span(Dataset data, Column time, long seconds) {
        Map<String, String> parts = Map.of("time", time.stored(), "seconds", Long.toString(seconds));
        try (Rows rows = data.engine().query(Sql.statement("span", parts))) {
            Span span = new Span(rows.readLong(), rows.readLong(), rows.readLong(), rows.readLong());
            long referenceTimes = rows.readLong();
            long currentTimes = rows.readLong();
            if (referenceTimes == 0 || currentTimes == 0) {
                throw new AnalyzeException("The column \"" + time.name() + "\" holds no time in one of the files.");
            }
            return span;
        }
    }

    /** The blocks of these columns, in the bins of their layouts. */
    public Map<Column, ReferenceBlocks> blocks(Map<Column, BinLayout> layouts) {
        Map<Column, ReferenceBlocks> blocks = new LinkedHashMap<>();
        List<Column> columns = List.copyOf(layouts.keySet());
        for (int start = 0; start < columns.size(); start += BATCH) {
            blocks.putAll(blocks(columns.subList(start, Math.min(columns.size(), start + BATCH)), layouts));
        }
        return blocks;
    }

    private Map<Column, ReferenceBlocks> blocks(List<Column> batch, Map<Column, BinLayout> layouts) {
        List<String> statements = new ArrayList<>();
        List<long[][]> counts = new ArrayList<>();
        for (Column column : batch) {
            BinLayout layout = Objects.requireNonNull(layouts.get(column));
            statements.add(Sql.statement(
                    "units",
                    Map.of(
                            "feature", Integer.toString(counts.size()),
                            "time", time.stored(),
                            "seconds", Long.toString(seconds),
                            "column", column.stored(),
                            "bin", binExpression(layout, column.stored()))));
            counts.add(new long[units][layout.count()]);
        }
        try (Rows rows = data.engine().query(String.join("\nUNION ALL\n", statements))) {
            while (rows.hasNext()) {
                long[][] target = counts.get((int) rows.readLong());
                long unit = rows.readLong() - first;
                int bin = (int) rows.readLong();
                long count = rows.readLong();
                if (unit >= 0 && unit < units) {
                    target[(int) unit][bin] += count;
                }
            }
        }
        Map<Column, ReferenceBlocks> blocks = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            blocks.put(batch.get(i), ReferenceBlocks.of(counts.get(i), windowUnits, period(seconds), phase));
        }
        return blocks;
    }

    private static String binExpression(BinLayout layout, String column) {
        return switch (layout) {
            case NumberBins bins -> {
                String edges = Arrays.stream(bins.edges()).mapToObj(Sql::number).collect(Collectors.joining(", "));
                yield edges.isEmpty()
                        ? "0"
                        : "arrayCount(edge -> assumeNotNull(" + column + ") > edge, [" + edges + "])";
            }
            case CategoryBins bins -> {
                List<String> kept = bins.kept();
                String labels = kept.stream().map(Sql::text).collect(Collectors.joining(", "));
                String numbers = IntStream.range(0, kept.size())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(", "));
                yield kept.isEmpty()
                        ? "0"
                        : "transform(assumeNotNull(CAST(" + column + ", 'Nullable(String)')), [" + labels + "], ["
                                + numbers + "], " + kept.size() + ")";
            }
        };
    }
}
