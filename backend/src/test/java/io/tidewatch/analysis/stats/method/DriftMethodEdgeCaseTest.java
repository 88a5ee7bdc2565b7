package io.tidewatch.analysis.stats.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.CategoryTableBuilder;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Data at the ends of what there can be: every method answers or says why it does not. */
class DriftMethodEdgeCaseTest {

    private static final double[] NONE = {};

    @ParameterizedTest
    @EnumSource
    void anEmptyWindowIsRefused(DriftMethod method) {
        double[] some = {1, 2, 3, 4, 5, 6};
        for (ValueTable table : Arrays.asList(
                NumberTable.ofSamples(NONE, NONE),
                NumberTable.ofSamples(some, NONE),
                NumberTable.ofSamples(NONE, some),
                CategoryTable.builder().build(),
                CategoryTable.builder().add("a", 3, 0).build())) {
            assertThat(method.evaluate(table).refused()).isTrue();
            assertThat(method.evaluate(table).note()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyMissingOrInfiniteValuesAreAnEmptyWindow(DriftMethod method) {
        double[] missing = {Double.NaN, Double.NaN};
        double[] infinite = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        assertThat(method.evaluate(NumberTable.ofSamples(new double[] {1, 2}, missing))
                        .refused())
                .isTrue();
        assertThat(method.evaluate(NumberTable.ofSamples(infinite, new double[] {1, 2}))
                        .refused())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void oneEqualValueIsNoDrift(DriftMethod method) {
        NumberTable numbers =
                NumberTable.builder().add(7, 1000, 10).addMissing(3, 1).build();
        CategoryTable categories = CategoryTable.builder().add("a", 1000, 10).build();
        assertThat(method.evaluate(numbers).drifted()).isFalse();
        assertThat(method.evaluate(categories).drifted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void extremeValuesGiveFiniteScores(DriftMethod method) {
        Stream.of(
                        new double[] {-1e308, -1e300, 1e290, 1e308, 9e307, 3, 2, 5e307, 1e307, 2e307},
                        new double[] {
                            Double.MIN_VALUE, 3e-324, 1e-310, 2e-310, 5e-320, 4e-315, 0, 7e-311, 9e-312, 8e-311
                        },
                        new double[] {9.007199254740993e15, 9.007199254740994e15, 9.2e18, 1, 2, 3, 4, 5, 6, 7},
                        new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, 0, 1, -1, 2, -2, 3, -3, 4})
                .forEach(values -> {
                    double[] reference = repeated(values, 4);
                    double[] current = repeated(Arrays.copyOf(values, 7), 4);
                    MethodResult result = method.evaluate(NumberTable.ofSamples(reference, current));
                    if (method.appliesToNumbers() && !result.refused()) {
                        assertThat(result.score()).isFinite();
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void aMillionCategoriesAreJudged(DriftMethod method) {
        CategoryTableBuilder builder = CategoryTable.builder();
        for (int i = 0; i < 1_000; i++) {
            builder.add("frequent " + i, 1_000, 900);
        }
        builder.addGroup(1, 0, 400_000)
                .addGroup(0, 1, 300_000)
                .addGroup(2, 3, 200_000)
                .addGroup(1, 1, 99_000);
        CategoryTable table = builder.build();
        assertThat(table.categoryCount()).isEqualTo(1_000_000);
        MethodResult result = method.evaluate(table);
        if (method.appliesToCategories() && method != DriftMethod.FISHER_EXACT) {
            assertThat(result.score()).isFinite();
        } else {
            assertThat(result.refused()).isTrue();
        }
    }

    @Test
    void groupingRareCategoriesChangesNothing() {
        CategoryTableBuilder single = CategoryTable.builder().add("a", 50, 40).add("b", 20, 30);
        CategoryTableBuilder grouped = CategoryTable.builder().add("a", 50, 40).add("b", 20, 30);
        for (int i = 0; i < 30; i++) {
            single.add("x" + i, 1, 0).add("y" + i, 2, 3);
        }
        grouped.addGroup(1, 0, 30).addGroup(2, 3, 30);
        for (DriftMethod method : DriftMethod.values()) {
            if (method.appliesToCategories() && method != DriftMethod.TVD && method != DriftMethod.FISHER_EXACT) {
                double expected = method.evaluate(single.build()).score();
                assertThat(method.evaluate(grouped.build()).score())
                        .as(method.methodName())
                        .isCloseTo(expected, within(1e-12 + 1e-12 * expected));
            }
        }
    }

    @Test
    void integersThatADoubleCannotTellApartShareARow() {
        NumberTableBuilder builder = NumberTable.builder();
        builder.add(9_007_199_254_740_993L, 1, 0).add(9_007_199_254_740_992L, 0, 1);
        assertThat(builder.build().size()).isEqualTo(1);
    }

    private static double[] repeated(double[] values, int times) {
        double[] repeated = new double[values.length * times];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = values[i % values.length];
        }
        return repeated;
    }
}
