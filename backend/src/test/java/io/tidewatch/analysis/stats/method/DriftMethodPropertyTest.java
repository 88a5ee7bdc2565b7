package io.tidewatch.analysis.stats.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.Samples;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every data, whatever the method. */
class DriftMethodPropertyTest {

    private static final Set<DriftMethod> SYMMETRIC = EnumSet.of(
            DriftMethod.KS,
            DriftMethod.HELLINGER,
            DriftMethod.ANDERSON,
            DriftMethod.CRAMER_VON_MISES,
            DriftMethod.ENERGY_DISTANCE,
            DriftMethod.MANN_WHITNEY,
            DriftMethod.T_TEST,
            DriftMethod.LINF_CDF,
            DriftMethod.Z,
            DriftMethod.FISHER_EXACT,
            DriftMethod.LINF,
            DriftMethod.CRAMERS_V);

    /** Symmetric too, but numeric bins depend on how many values the reference has. */
    private static final Set<DriftMethod> ON_BINS = EnumSet.of(DriftMethod.PSI, DriftMethod.JENSEN_SHANNON);

    /** The unit matters by definition: the energy distance has one, and Wasserstein's divisor has a floor in it. */
    private static final Set<DriftMethod> WITH_UNIT = EnumSet.of(DriftMethod.ENERGY_DISTANCE, DriftMethod.WASSERSTEIN);

    @Test
    void scoresAreFiniteAndInRange() {
        forAllTables(5, 60, DriftMethodPropertyTest::isFiniteAndInRange);
    }

    /** Rare among random tables, and without any spread inside of the windows. */
    @Test
    void scoresOfWindowsOfOneValueEachAreFiniteAndInRange() {
        for (int rows : new int[] {5, 30, 1_000}) {
            NumberTable table = Samples.table(Collections.nCopies(rows, 0.0), Collections.nCopies(rows, -5.0));
            applicable(table, DriftMethodPropertyTest::isFiniteAndInRange);
        }
    }

    private static void isFiniteAndInRange(DriftMethod method, ValueTable table) {
        MethodResult result = method.evaluate(table);
        if (result.refused()) {
            assertThat(result.note()).as(method.methodName()).isNotEmpty();
            assertThat(result.drifted()).isFalse();
        } else if (method.direction().isPValue()) {
            assertThat(result.score()).as(method.methodName()).isBetween(0.0, 1.0);
        } else {
            assertThat(result.score())
                    .as(method.methodName())
                    .isGreaterThanOrEqualTo(0)
                    .isFinite();
        }
    }

    @Test
    void boundedDistancesStayInTheirRange() {
        forAllTables(1, 40, (method, table) -> {
            double score = method.evaluate(table).score();
            switch (method) {
                case JENSEN_SHANNON -> assertThat(score).isBetween(0.0, Math.sqrt(Math.log(2)) + 1e-12);
                case HELLINGER, LINF, LINF_CDF, CRAMERS_V -> assertThat(score).isBetween(0.0, 1.0);
                case KS -> assertThat(method.evaluate(table).statistic()).isBetween(0.0, 1.0);
                default -> {}
            }
        });
    }

    @Test
    void equalSamplesDoNotDiffer() {
        qt().withExamples(40)
                .forAll(Samples.numbers(5, 60), Samples.categories(5, 60))
                .checkAssert((numbers, categories) -> {
                    assertNoDifference(Samples.table(numbers, numbers));
                    assertNoDifference(Samples.categoryTable(categories, categories));
                });
    }

    private static void assertNoDifference(ValueTable table) {
        for (DriftMethod method : DriftMethod.values()) {
            MethodResult result = method.evaluate(table);
            if (method.appliesTo(table) && !result.refused()) {
                assertThat(result.drifted()).as(method.methodName()).isFalse();
                if (!method.direction().isPValue()) {
                    assertThat(result.score()).as(method.methodName()).isCloseTo(0, within(1e-12));
                }
            }
        }
    }

    @Test
    void swappingTheSidesChangesNoSymmetricMethod() {
        forAllTables(5, 60, (method, table) -> {
            if (SYMMETRIC.contains(method) || (ON_BINS.contains(method) && table instanceof CategoryTable)) {
                double score = method.evaluate(table).score();
                double swapped = method.evaluate(table.swapped()).score();
                assertSame(method, swapped, score);
            }
        });
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        qt().withExamples(40)
                .forAll(Samples.numbers(5, 40), Samples.numbers(5, 40), longs().all())
                .checkAssert((reference, current, seed) -> {
                    NumberTable table = Samples.table(reference, current);
                    NumberTable permuted = Samples.table(shuffled(reference, seed), shuffled(current, ~seed));
                    for (DriftMethod method : DriftMethod.values()) {
                        assertThat(method.evaluate(permuted)).isEqualTo(method.evaluate(table));
                    }
                });
    }

    @Test
    void theUnitOfTheValuesDoesNotMatter() {
        qt().withExamples(40)
                .forAll(
                        Samples.numbers(5, 40),
                        Samples.numbers(5, 40),
                        integers().between(-40, 40))
                .checkAssert((reference, current, exponent) -> {
                    NumberTable table = Samples.table(reference, current);
                    NumberTable scaled = table.scaledByPowerOfTwo(exponent);
                    for (DriftMethod method : DriftMethod.values()) {
                        // Where most values are equal, the bandwidth of MMD is a constant and has a unit.
                        if (!WITH_UNIT.contains(method) && method != DriftMethod.MMD) {
                            double score = method.evaluate(table).score();
                            assertSame(method, method.evaluate(scaled).score(), score);
                        }
                    }
                });
    }

    @Test
    void doublingAllRowsChangesNoDistance() {
        qt().withExamples(40)
                .forAll(Samples.numbers(5, 40), Samples.numbers(5, 40))
                .checkAssert((reference, current) -> {
                    NumberTable table = Samples.table(reference, current);
                    NumberTable doubled = doubled(table);
                    for (DriftMethod method :
                            List.of(DriftMethod.WASSERSTEIN, DriftMethod.ENERGY_DISTANCE, DriftMethod.HELLINGER)) {
                        assertSame(
                                method,
                                method.evaluate(doubled).score(),
                                method.evaluate(table).score());
                    }
                    assertThat(DriftMethod.KS.evaluate(doubled).statistic())
                            .isEqualTo(DriftMethod.KS.evaluate(table).statistic());
                });
    }

    @Test
    void binsHoldEveryRow() {
        qt().withExamples(500)
                .forAll(Samples.numbers(1, 60), Samples.numbers(1, 60))
                .checkAssert((a, b) -> {
                    NumberTable table = Samples.table(a, b);
                    long[][] counts = EqualWidthBins.over(table, (long) a.size() + b.size())
                            .counts(table);
                    assertThat(Arrays.stream(counts[0]).sum()).isEqualTo(a.size());
                    assertThat(Arrays.stream(counts[1]).sum()).isEqualTo(b.size());
                    Shares shares = Shares.of(table);
                    assertThat(shares.referenceSum()).isCloseTo(1, within(1e-12));
                    assertThat(shares.currentSum()).isCloseTo(1, within(1e-12));
                });
    }

    private static void forAllTables(int smallest, int largest, BiConsumer<DriftMethod, ValueTable> check) {
        qt().withExamples(40)
                .forAll(Samples.numbers(smallest, largest), Samples.numbers(smallest, largest))
                .checkAssert((reference, current) -> applicable(Samples.table(reference, current), check));
        qt().withExamples(40)
                .forAll(Samples.categories(smallest, largest), Samples.categories(smallest, largest))
                .checkAssert((reference, current) -> applicable(Samples.categoryTable(reference, current), check));
    }

    private static void applicable(ValueTable table, BiConsumer<DriftMethod, ValueTable> check) {
        for (DriftMethod method : DriftMethod.values()) {
            if (method.appliesTo(table)) {
                check.accept(method, table);
            }
        }
    }

    private static void assertSame(DriftMethod method, double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(method.methodName()).isNaN();
        } else {
            assertThat(actual).as(method.methodName()).isCloseTo(expected, within(1e-9 * Math.abs(expected) + 1e-12));
        }
    }

    private static <T> List<T> shuffled(List<T> values, long seed) {
        List<T> copy = new ArrayList<>(values);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    private static NumberTable doubled(NumberTable table) {
        NumberTableBuilder builder = NumberTable.builder();
        for (int row = 0; row < table.size(); row++) {
            builder.add(table.value(row), 2 * table.referenceCount(row), 2 * table.currentCount(row));
        }
        return builder.build();
    }
}
