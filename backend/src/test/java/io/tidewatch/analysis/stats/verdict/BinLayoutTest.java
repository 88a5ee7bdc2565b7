package io.tidewatch.analysis.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.Samples;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinLayoutTest {

    @Test
    void tenBinsOfEqualShare() {
        NumberTableBuilder builder = NumberTable.builder();
        for (int i = 0; i < 1000; i++) {
            builder.add(i, 1, 0);
        }
        BinCounts counts = BinLayout.ofReference(builder.build()).countRows(builder.build());
        assertThat(counts.size()).isEqualTo(10);
        for (int bin = 0; bin < 10; bin++) {
            assertThat(counts.reference(bin)).isEqualTo(100);
        }
    }

    @Test
    void aValueThatFillsSeveralBinsKeepsOne() {
        NumberTableBuilder builder = NumberTable.builder().add(0, 600, 0);
        for (int i = 1; i <= 400; i++) {
            builder.add(i, 1, 0);
        }
        BinCounts counts = BinLayout.ofReference(builder.build()).countRows(builder.build());
        assertThat(counts.size()).isEqualTo(5);
        assertThat(counts.reference(0)).isEqualTo(600);
    }

    @Test
    void endsAreOpenAndEdgesBelongToTheLowerBin() {
        NumberBins bins = NumberBins.ofEdges(new double[] {1, 2});
        assertThat(bins.binOf(-1e308)).isZero();
        assertThat(bins.binOf(1)).isZero();
        assertThat(bins.binOf(1.5)).isEqualTo(1);
        assertThat(bins.binOf(2)).isEqualTo(1);
        assertThat(bins.binOf(1e308)).isEqualTo(2);
        assertThatThrownBy(() -> NumberBins.ofEdges(new double[] {2, 2})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rareAndUnknownCategoriesArePooled() {
        CategoryTable table = CategoryTable.builder()
                .add("a", 20, 1)
                .add("b", 500, 2)
                .add("rare", 19, 3)
                .add("new", 0, 4)
                .addGroup(1, 1, 5)
                .build();
        CategoryBins bins = CategoryBins.ofReference(table);
        assertThat(bins.kept()).isEqualTo(List.of("b", "a"));
        BinCounts counts = bins.countRows(table);
        assertThat(counts.reference(2)).isEqualTo(24);
        assertThat(counts.current(2)).isEqualTo(12);
    }

    @Test
    void everyRowIsInOneBin() {
        qt().forAll(Samples.numbers(1, 80), Samples.numbers(1, 80))
                .checkAssert((reference, current) -> assertMass(Samples.table(reference, current)));
        qt().forAll(Samples.categories(1, 80), Samples.categories(1, 80))
                .checkAssert((reference, current) -> assertMass(Samples.categoryTable(reference, current)));
    }

    private static void assertMass(ValueTable table) {
        BinLayout layout = BinLayout.ofReference(table);
        BinCounts counts = layout.countRows(table);
        assertThat(counts.size()).isEqualTo(layout.count());
        assertThat(counts.referenceTotal()).isEqualTo(table.referenceTotal());
        assertThat(counts.currentTotal()).isEqualTo(table.currentTotal());
        if (layout instanceof NumberBins bins) {
            assertThat(bins.edges()).isSorted().doesNotHaveDuplicates();
            NumberTable numbers = (NumberTable) table;
            long[] byValue = new long[bins.count()];
            for (int row = 0; row < numbers.size(); row++) {
                byValue[bins.binOf(numbers.value(row))] += numbers.referenceCount(row);
            }
            for (int bin = 0; bin < byValue.length; bin++) {
                assertThat(counts.reference(bin)).isEqualTo(byValue[bin]);
            }
        }
    }
}
