package io.tidewatch.analysis.stats.verdict;

import java.util.Arrays;

/**
 * The reference cut into units of time (days, say, or hours), as far as known: how its own shares vary from unit to unit
 * shows how far rows that belong together fall short of being independent.
 *
 * <p>Each unit holds its rows per bin, in the bins of the layout and in order of time.
 */
public final class ReferenceBlocks {

    /** Fewer units say too little about their own scatter. */
    public static final int FEWEST_UNITS = 8;

    private static final ReferenceBlocks NONE = new ReferenceBlocks(new long[0][], 1, 1, 0);

    private final long[][] units;
    private final int windowUnits;
    private final int period;
    private final int phase;

    private ReferenceBlocks(long[][] units, int windowUnits, int period, int phase) {
        this.units = units;
        this.windowUnits = windowUnits;
        this.period = period;
        this.phase = phase;
    }

    /** A reference whose course in time is unknown; its rows are taken as independent. */
    public static ReferenceBlocks none() {
        return NONE;
    }

    /**
     * A reference in units of time.
     *
     * @param units rows per bin, one array per unit, in order of time; empty units included
     * @param windowUnits length of the current window in the same units, at least 1
     * @param period units after which conditions repeat: 7 for days of the week, 1 if they do not
     * @param phase number of a reference unit (modulo the period) with the conditions of the current window's first unit
     */
    public static ReferenceBlocks of(long[][] units, int windowUnits, int period, int phase) {
        if (windowUnits < 1 || period < 1) {
            throw new IllegalArgumentException("window and period must be at least one unit");
        }
        return new ReferenceBlocks(units, windowUnits, period, Math.floorMod(phase, period));
    }

    /** Whether there are enough units to learn from. */
    public boolean isUsable() {
        return Arrays.stream(units)
                        .filter(unit -> Arrays.stream(unit).sum() > 0)
                        .count()
                >= FEWEST_UNITS;
    }

    int windowUnits() {
        return windowUnits;
    }

    /** The same units with bins merged. */
    ReferenceBlocks merged(BinMerger merger) {
        long[][] merged = Arrays.stream(units).map(merger::merge).toArray(long[][]::new);
        return new ReferenceBlocks(merged, windowUnits, period, phase);
    }

    /** The same units reduced to the rows inside and outside one bin, for tests of a single rate. */
    public ReferenceBlocks ofBin(int bin) {
        long[][] two = Arrays.stream(units)
                .map(unit -> new long[] {unit[bin], Arrays.stream(unit).sum() - unit[bin]})
                .toArray(long[][]::new);
        return new ReferenceBlocks(two, windowUnits, period, phase);
    }

    /** Units with at least one row. */
    long[][] filledUnits() {
        return Arrays.stream(units)
                .filter(unit -> Arrays.stream(unit).sum() > 0)
                .toArray(long[][]::new);
    }

    /** Rows per bin of each window of the current length and phase that the reference holds, without overlap. */
    long[][] windows() {
        int first = phase;
        int step = period * (int) Math.ceil((double) windowUnits / period);
        int count = Math.max(0, (units.length - first - windowUnits) / step + 1);
        if (units.length < first + windowUnits) {
            count = 0;
        }
        long[][] windows = new long[count][];
        for (int window = 0; window < count; window++) {
            long[] sum = new long[units[0].length];
            int start = first + window * step;
            for (int unit = start; unit < start + windowUnits; unit++) {
                for (int bin = 0; bin < sum.length; bin++) {
                    sum[bin] += units[unit][bin];
                }
            }
            windows[window] = sum;
        }
        return windows;
    }
}
