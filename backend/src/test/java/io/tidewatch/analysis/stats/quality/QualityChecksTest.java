package io.tidewatch.analysis.stats.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityChecksTest {

    private static List<String> checks(ValueTable table) {
        return QualityChecks.against(Constraints.infer(table), table, 0.01).stream()
                .map(QualityFinding::check)
                .toList();
    }

    private static NumberTableBuilder numbers() {
        NumberTableBuilder builder = NumberTable.builder();
        for (int i = 0; i < 100; i++) {
            builder.add(i, 20, 20);
        }
        return builder;
    }

    @Test
    void whatIsAsInTheReferenceIsNoFinding() {
        assertThat(checks(numbers().addMissing(100, 105).build())).isEmpty();
        assertThat(checks(CategoryTable.builder()
                        .add("a", 500, 480)
                        .add("b", 500, 520)
                        .build()))
                .isEmpty();
    }

    @Test
    void singleOutliersAreNoFindingButManyAre() {
        assertThat(checks(numbers().add(1e9, 0, 2).add(-5, 0, 1).build())).isEmpty();
        assertThat(checks(numbers().add(1e9, 0, 200).build())).containsExactly("range_check");
        assertThat(checks(numbers().add(-5, 0, 200).build())).containsExactly("non_negative_check");
    }

    @Test
    void missingInfiniteAndConstant() {
        assertThat(checks(numbers().addMissing(0, 900).build())).containsExactly("completeness_check");
        assertThat(checks(numbers().add(Double.NEGATIVE_INFINITY, 0, 90).build()))
                .containsExactly("infinite_check");
        assertThat(checks(NumberTable.builder().add(1, 500, 1000).add(2, 500, 0).build()))
                .containsExactly("constant_check");
    }

    @Test
    void newCategories() {
        CategoryTable table = CategoryTable.builder()
                .add("a", 500, 400)
                .add("b", 500, 400)
                .add("new", 0, 200)
                .build();
        assertThat(checks(table)).containsExactly("categorical_values_check");
    }

    @Test
    void withoutAReferenceOnlyWhatIsWrongByItself() {
        assertThat(QualityChecks.alone(NumberTable.builder().addMissing(0, 50).build(), 0.01))
                .singleElement()
                .satisfies(finding -> assertThat(finding.critical()).isTrue());
        assertThat(QualityChecks.alone(
                        NumberTable.builder().add(1, 0, 50).add(2, 0, 1).build(), 0.01))
                .isEmpty();
        assertThat(QualityChecks.alone(NumberTable.builder().build(), 0.01)).isEmpty();
    }

    @Test
    void profiles() {
        NumberProfile profile = (NumberProfile) ColumnProfile.ofCurrent(NumberTable.builder()
                .add(-1, 0, 1)
                .add(0, 0, 2)
                .add(4, 5, 1)
                .addMissing(0, 1)
                .build());
        assertThat(profile.rows()).isEqualTo(5);
        assertThat(profile.mean()).isCloseTo(0.75, within(1e-12));
        assertThat(profile.deviation()).isCloseTo(Math.sqrt(14.75 / 3), within(1e-12));
        assertThat(profile.median()).isZero();
        assertThat(profile.zeros()).isEqualTo(2);
        assertThat(profile.negatives()).isEqualTo(1);
        assertThat(profile.distinct()).isEqualTo(3);
        CategoryProfile categories = (CategoryProfile) ColumnProfile.ofCurrent(CategoryTable.builder()
                .add("bb", 0, 3)
                .add("a", 0, 5)
                .add("gone", 9, 0)
                .build());
        assertThat(categories.top()).extracting(CategoryProfile.Share::category).containsExactly("a", "bb");
        assertThat(categories.longest()).isEqualTo(2);
    }
}
