package io.tidewatch.analyze.bench;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.verdict.BinLayout;
import io.tidewatch.analysis.stats.verdict.FeatureSignals;
import io.tidewatch.analysis.stats.verdict.NumberBins;
import io.tidewatch.analysis.stats.verdict.ReferenceBlocks;
import io.tidewatch.analysis.stats.verdict.VerdictSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * False alarms when rows belong together: 20 rows per entity with an intra-class correlation of 0.6, and day means that
 * vary by 0.2 standard deviations. The reference is 8 weeks; the window is the day or the week after.
 */
final class DependentBench {

    private static final int FEATURES = 50;
    private static final int REFERENCE_DAYS = 56;
    private static final int ROWS_PER_ENTITY = 20;
    private static final double INTRA_CLASS = 0.6;
    private static final double DAY_SPREAD = 0.2;

    /** Values are kept on a grid of this many cells per unit, which saves sorting them. */
    private static final int CELLS_PER_UNIT = 100;

    private static final int HALF_RANGE = 8;

    private final long seed;
    private final int windows;

    DependentBench(long seed, int windows) {
        this.seed = seed;
        this.windows = windows;
    }

    void run() {
        for (int entitiesPerDay : new int[] {10, 50, 250}) {
            for (int days : new int[] {1, 7}) {
                run(entitiesPerDay, days);
            }
        }
    }

    private void run(int entitiesPerDay, int days) {
        SplittableRandom random = new SplittableRandom(seed * 1_000 + entitiesPerDay * 10L + days);
        int alarms = 0;
        int naive = 0;
        int theirs = 0;
        for (int window = 0; window < windows; window++) {
            List<FeatureSignals> informed = new ArrayList<>();
            List<FeatureSignals> uninformed = new ArrayList<>();
            boolean theirAlarm = false;
            for (int feature = 0; feature < FEATURES; feature++) {
                int[][] cells = days(random, REFERENCE_DAYS + days, entitiesPerDay);
                NumberTable table = table(cells);
                NumberBins layout = (NumberBins) BinLayout.ofReference(table);
                ReferenceBlocks blocks = ReferenceBlocks.of(units(cells, layout), days, 7, 0);
                informed.add(FeatureSignals.of(table, layout, blocks, VerdictSettings.DEFAULT));
                uninformed.add(FeatureSignals.of(table, VerdictSettings.DEFAULT));
                theirAlarm |= EvidentlyDefaults.drifted(table);
            }
            alarms += CalibrationBench.anyDrift(informed) ? 1 : 0;
            naive += CalibrationBench.anyDrift(uninformed) ? 1 : 0;
            theirs += theirAlarm ? 1 : 0;
        }
        String name = days == 1 ? "dependent rows, a day" : "dependent rows, a week";
        new BenchLine("calibration", name, seed, (long) entitiesPerDay * ROWS_PER_ENTITY * days)
                .value(100.0 * alarms / windows, "% of undrifted windows with an alarm")
                .baseline("Evidently's defaults", 100.0 * theirs / windows)
                .with("withoutBlocks", 100.0 * naive / windows)
                .with("windows", windows)
                .with("features", FEATURES)
                .print();
    }

    /** Cells of the grid, day by day. */
    private static int[][] days(SplittableRandom random, int days, int entities) {
        double betweenEntities = Math.sqrt(INTRA_CLASS);
        double within = Math.sqrt(1 - INTRA_CLASS);
        int[][] cells = new int[days][entities * ROWS_PER_ENTITY];
        for (int[] day : cells) {
            double dayMean = DAY_SPREAD * random.nextGaussian();
            for (int entity = 0; entity < entities; entity++) {
                double level = dayMean + betweenEntities * random.nextGaussian();
                for (int row = 0; row < ROWS_PER_ENTITY; row++) {
                    double value = level + within * random.nextGaussian();
                    int cell = (int) Math.round(value * CELLS_PER_UNIT);
                    day[entity * ROWS_PER_ENTITY + row] =
                            Math.clamp(cell, -HALF_RANGE * CELLS_PER_UNIT, HALF_RANGE * CELLS_PER_UNIT);
                }
            }
        }
        return cells;
    }

    private static NumberTable table(int[][] cells) {
        int zero = HALF_RANGE * CELLS_PER_UNIT;
        long[][] counts = new long[2][2 * zero + 1];
        for (int day = 0; day < cells.length; day++) {
            for (int cell : cells[day]) {
                counts[day < REFERENCE_DAYS ? 0 : 1][zero + cell]++;
            }
        }
        NumberTableBuilder builder = NumberTable.builder();
        for (int cell = 0; cell <= 2 * zero; cell++) {
            builder.add((double) (cell - zero) / CELLS_PER_UNIT, counts[0][cell], counts[1][cell]);
        }
        return builder.build();
    }

    private static long[][] units(int[][] cells, NumberBins layout) {
        int zero = HALF_RANGE * CELLS_PER_UNIT;
        int[] binOfCell = new int[2 * zero + 1];
        for (int cell = 0; cell <= 2 * zero; cell++) {
            binOfCell[cell] = layout.binOf((double) (cell - zero) / CELLS_PER_UNIT);
        }
        long[][] units = new long[REFERENCE_DAYS][layout.count()];
        for (int day = 0; day < REFERENCE_DAYS; day++) {
            for (int cell : cells[day]) {
                units[day][binOfCell[zero + cell]]++;
            }
        }
        return units;
    }
}
