package io.tidewatch.analysis.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the reference's own days teach about a day. */
class DependenceTest {

    private static final int DAYS = 56;
    private static final int ROWS = 1_000;

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void independentRowsAreNotInflated() {
        assertThat(compare(0, 0, 0).inflation()).isBetween(1.0, 1.3);
    }

    @Test
    void varyingDaysAreNotTakenForDrift() {
        Comparison naive = CalibratedTest.compare(counts(window(0.3, 0.45, 0)));
        Comparison informed = compare(0.3, 0.45, 0);
        assertThat(naive.pValue()).isLessThan(1e-6);
        assertThat(informed.pValue()).isGreaterThan(0.01);
        assertThat(informed.inflation()).isGreaterThan(5);
        assertThat(informed.nullBand()).isPositive();
        assertThat(informed.power().detectableEffect(0.001))
                .isGreaterThan(naive.power().detectableEffect(0.001));
    }

    @Test
    void realDriftStandsOutOfVaryingDays() {
        assertThat(compare(0.1, 1, 0).pValue()).isLessThan(1e-6);
    }

    @Test
    void aWeekdayWithItsOwnLevelIsComparedWithItsLike() {
        // Every seventh day is shifted; so is the current window, which is such a day.
        Comparison comparison = compare(0, 1.5, 1.5);
        assertThat(comparison.effect()).isGreaterThan(0.25);
        assertThat(comparison.nullBand()).isGreaterThan(comparison.effect() * 0.8);
    }

    private record Window(double[][] days, double[] current) {}

    private Window window(double daySpread, double shift, double seventhDay) {
        double[][] days = new double[DAYS][ROWS];
        for (int day = 0; day < DAYS; day++) {
            double level = daySpread * random.nextGaussian() + (day % 7 == 0 ? seventhDay : 0);
            for (int row = 0; row < ROWS; row++) {
                days[day][row] = level + random.nextGaussian();
            }
        }
        double[] current = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            current[row] = shift + random.nextGaussian();
        }
        return new Window(days, current);
    }

    private Comparison compare(double daySpread, double shift, double seventhDay) {
        Window window = window(daySpread, shift, seventhDay);
        NumberTable table = table(window);
        NumberBins bins = NumberBins.ofReference(table);
        long[][] units = new long[DAYS][bins.count()];
        for (int day = 0; day < DAYS; day++) {
            for (double value : window.days()[day]) {
                units[day][bins.binOf(value)]++;
            }
        }
        return CalibratedTest.compare(bins.countRows(table), ReferenceBlocks.of(units, 1, 7, 0));
    }

    private static BinCounts counts(Window window) {
        NumberTable table = table(window);
        return NumberBins.ofReference(table).countRows(table);
    }

    private static NumberTable table(Window window) {
        NumberTableBuilder builder = NumberTable.builder();
        for (double[] day : window.days()) {
            for (double value : day) {
                builder.add(value, 1, 0);
            }
        }
        for (double value : window.current()) {
            builder.add(value, 0, 1);
        }
        return builder.build();
    }
}
