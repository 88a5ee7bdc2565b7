package io.tidewatch.analyze.report;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Bars of both windows for a picture of one column.
 *
 * @param bars from left to right
 */
public record Histogram(List<Bar> bars) {

    private static final int BARS = 30;
    private static final int CATEGORIES = 12;

    /** Share of rows left out at each end when a few values would squeeze the rest. */
    private static final double TAIL = 0.005;

    /**
     * One bar.
     *
     * @param label what it stands for
     * @param reference share of the reference rows
     * @param current share of the current rows
     */
    public record Bar(String label, double reference, double current) {}

    /** The picture of a table; empty where a window is. */
    public static Histogram of(ValueTable table) {
        if (table.isOneSided()) {
            return new Histogram(List.of());
        }
        return switch (table) {
            case NumberTable numbers when numbers.size() <= BARS -> perValue(numbers);
            case NumberTable numbers -> perRange(numbers);
            case CategoryTable categories -> perCategory(categories);
        };
    }

    private static Histogram perValue(NumberTable table) {
        List<Bar> bars = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            bars.add(bar(
                    Numbers.shortNumber(table.value(row)), table, table.referenceCount(row), table.currentCount(row)));
        }
        return new Histogram(bars);
    }

    private static Histogram perRange(NumberTable table) {
        double low = quantile(table, TAIL);
        double high = quantile(table, 1 - TAIL);
        if (!(high > low)) {
            low = table.value(0);
            high = table.value(table.size() - 1);
        }
        long[] reference = new long[BARS];
        long[] current = new long[BARS];
        for (int row = 0; row < table.size(); row++) {
            double position = (table.value(row) / 2 - low / 2) / (high / 2 - low / 2) * BARS;
            int bar = Math.clamp((long) Math.floor(position), 0, BARS - 1);
            reference[bar] += table.referenceCount(row);
            current[bar] += table.currentCount(row);
        }
        List<Bar> bars = new ArrayList<>();
        for (int bar = 0; bar < BARS; bar++) {
            double from = low + (high / BARS - low / BARS) * bar;
            double to = low + (high / BARS - low / BARS) * (bar + 1);
            String label = bar == 0
                    ? "below " + Numbers.shortNumber(to)
                    : bar == BARS - 1
                            ? "from " + Numbers.shortNumber(from)
                            : Numbers.shortNumber(from) + " to " + Numbers.shortNumber(to);
            bars.add(bar(label, table, reference[bar], current[bar]));
        }
        return new Histogram(bars);
    }

    private static double quantile(NumberTable table, double level) {
        double rows = (double) table.referenceTotal() + table.currentTotal();
        double below = 0;
        int row = 0;
        while (row < table.size() - 1 && (below += pooled(table, row)) < level * rows) {
            row++;
        }
        return table.value(row);
    }

    private static double pooled(ValueTable table, int row) {
        return (double) table.referenceCount(row) + table.currentCount(row);
    }

    private static Histogram perCategory(CategoryTable table) {
        List<Integer> order = IntStream.range(0, table.size())
                .filter(row -> table.label(row) != null)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(row -> -sharesOf(table, row)))
                .limit(CATEGORIES)
                .toList();
        if (isCodes(table)) {
            order = order.stream()
                    .sorted(Comparator.comparingInt(row -> Integer.parseInt(label(table.label(row)))))
                    .toList();
        }
        List<Bar> bars = new ArrayList<>();
        long reference = table.referenceTotal();
        long current = table.currentTotal();
        for (int row : order) {
            bars.add(bar(label(table.label(row)), table, table.referenceCount(row), table.currentCount(row)));
            reference -= table.referenceCount(row);
            current -= table.currentCount(row);
        }
        if (reference + current > 0) {
            bars.add(bar("all others", table, reference, current));
        }
        return new Histogram(bars);
    }

    /** Whether all categories are whole numbers, which have an order of their own. */
    private static boolean isCodes(CategoryTable table) {
        return IntStream.range(0, table.size())
                .allMatch(row ->
                        table.label(row) != null && label(table.label(row)).matches("-?[0-9]{1,9}"));
    }

    private static double sharesOf(CategoryTable table, int row) {
        return (double) table.referenceCount(row) / table.referenceTotal()
                + (double) table.currentCount(row) / table.currentTotal();
    }

    private static String label(@Nullable String label) {
        String text = label == null ? "" : label;
        return text.length() > 40 ? text.substring(0, 38) + "…" : text;
    }

    private static Bar bar(String label, ValueTable table, long reference, long current) {
        return new Bar(label, (double) reference / table.referenceTotal(), (double) current / table.currentTotal());
    }
}
