package io.tidewatch.analysis.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.CategoryTableBuilder;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FeatureVerdictTest {

    private static final VerdictSettings SETTINGS = VerdictSettings.DEFAULT;

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void aLargeShiftIsCritical() {
        FeatureVerdict verdict = judge(normal(5000, 2000, x -> x + 1));
        assertThat(verdict.status()).isEqualTo(VerdictStatus.CRITICAL);
        assertThat(verdict.reason()).contains("debiased PSI");
    }

    @Test
    void aTinyShiftOfAMillionRowsIsNoDriftHoweverSure() {
        FeatureVerdict verdict = judge(normal(300_000, 300_000, x -> x + 0.02));
        assertThat(verdict.qValue()).isLessThan(0.01);
        assertThat(verdict.status()).isEqualTo(VerdictStatus.OK);
    }

    @Test
    void aSmallWindowSaysWhatItCannotSee() {
        FeatureVerdict verdict = judge(normal(5000, 60, x -> x));
        assertThat(verdict.status()).isEqualTo(VerdictStatus.NOT_ENOUGH_DATA);
        assertThat(verdict.detectable()).isGreaterThan(SETTINGS.criticalEffect());
        assertThat(verdict.reason()).contains("Can't tell");
    }

    @Test
    void categoriesPooledBecauseTheyAreRareCannotBeSeenToChangePlaces() {
        CategoryTableBuilder few = CategoryTable.builder().add("large", 6000, 600);
        CategoryTableBuilder many = CategoryTable.builder().add("large", 6000, 600);
        few.add("small", 14_000, 1_400);
        for (int i = 0; i < 700; i++) {
            many.add("small " + i, 20, 2);
        }

        assertThat(judge(few.build()).detectable()).isLessThan(0.05);
        assertThat(judge(many.build()).detectable())
                .isGreaterThan(2 * judge(few.build()).detectable());
    }

    @Test
    void noRowsAndAFewRowsAreNotEnoughData() {
        for (ValueTable table : List.of(
                NumberTable.builder().build(),
                NumberTable.builder().add(1, 100, 0).build(),
                NumberTable.builder().add(1, 1, 1).build(),
                NumberTable.builder().addMissing(100, 100).build(),
                CategoryTable.builder().add("a", 2, 3).build())) {
            assertThat(judge(table).status()).isEqualTo(VerdictStatus.NOT_ENOUGH_DATA);
        }
    }

    @Test
    void aConstantColumnIsFine() {
        assertThat(judge(NumberTable.builder().add(7, 1000, 800).build()).status())
                .isEqualTo(VerdictStatus.OK);
    }

    @Test
    void aNearlyConstantColumnIsFineInWindowsOfSomeSize() {
        CategoryTable large =
                CategoryTable.builder().add("no", 2_000, 1_998).add("yes", 1, 2).build();
        CategoryTable small =
                CategoryTable.builder().add("no", 2_000, 20).add("yes", 1, 2).build();
        assertThat(judge(large).status()).isEqualTo(VerdictStatus.OK);
        assertThat(judge(small).status()).isEqualTo(VerdictStatus.NOT_ENOUGH_DATA);
        assertThat(judge(CategoryTable.builder().add("no", 50, 40).build()).status())
                .isEqualTo(VerdictStatus.OK);
    }

    @Test
    void aColumnInWhichEveryValueDiffersCannotBeJudged() {
        CategoryTable ids = CategoryTable.builder()
                .addGroup(1, 0, 10_000)
                .addGroup(0, 1, 9_000)
                .build();
        assertThat(judge(ids).status()).isEqualTo(VerdictStatus.NOT_ENOUGH_DATA);
    }

    @Test
    void aJumpOfTheMissingRateIsDriftThoughTheValuesAreTheSame() {
        NumberTableBuilder builder = rows(5000, 1500, x -> x);
        FeatureVerdict verdict = judge(builder.addMissing(10, 500).build());
        assertThat(verdict.status()).isEqualTo(VerdictStatus.CRITICAL);
        assertThat(verdict.reason()).contains("missing rate");
    }

    @Test
    void oneNewCategoryAmongThousandsOfRareOnesIsExpected() {
        CategoryTableBuilder builder = CategoryTable.builder().addGroup(1, 0, 3_000);
        for (int i = 0; i < 100; i++) {
            builder.add("frequent " + i, 70, 70);
        }
        builder.addGroup(0, 1, 3_000);
        assertThat(judge(builder.build()).status()).isEqualTo(VerdictStatus.OK);
    }

    @Test
    void theSameMassOfNewCategoriesInASmallDomainIsDrift() {
        CategoryTable table = CategoryTable.builder()
                .add("a", 5_000, 3_500)
                .add("b", 5_000, 3_500)
                .add("new", 0, 3_000)
                .build();
        assertThat(judge(table).status()).isEqualTo(VerdictStatus.CRITICAL);
    }

    @Test
    void oneRowOfAnUnknownCategoryIsNoDrift() {
        CategoryTable table = CategoryTable.builder()
                .add("a", 5_000, 500)
                .add("b", 5_000, 500)
                .add("new", 0, 1)
                .build();
        assertThat(judge(table).status()).isEqualTo(VerdictStatus.OK);
    }

    @Test
    void newInfinitiesAreDrift() {
        NumberTableBuilder builder = rows(5000, 1000, x -> x);
        builder.add(Double.POSITIVE_INFINITY, 0, 200);
        FeatureVerdict verdict = judge(builder.build());
        assertThat(verdict.status()).isEqualTo(VerdictStatus.CRITICAL);
        assertThat(verdict.reason()).contains("infinite");
    }

    @Test
    void severalFeaturesAreJudgedTogether() {
        List<FeatureSignals> features = new ArrayList<>();
        features.add(FeatureSignals.of(normal(2000, 2000, x -> x + 1), SETTINGS));
        for (int i = 0; i < 20; i++) {
            features.add(FeatureSignals.of(normal(2000, 2000, x -> x), SETTINGS));
        }
        List<FeatureVerdict> verdicts = FeatureVerdict.judge(features, SETTINGS);
        assertThat(verdicts).hasSize(21);
        assertThat(verdicts.stream().filter(verdict -> verdict.status().isDrift()))
                .hasSize(1);
        assertThat(verdicts.getFirst().status()).isEqualTo(VerdictStatus.CRITICAL);
    }

    private static FeatureVerdict judge(ValueTable table) {
        return FeatureVerdict.judge(List.of(FeatureSignals.of(table, SETTINGS)), SETTINGS)
                .getFirst();
    }

    private NumberTable normal(int reference, int current, DoubleUnaryOperator change) {
        return rows(reference, current, change).build();
    }

    private NumberTableBuilder rows(int reference, int current, DoubleUnaryOperator change) {
        NumberTableBuilder builder = NumberTable.builder();
        for (int i = 0; i < reference; i++) {
            builder.add(random.nextGaussian(), 1, 0);
        }
        for (int i = 0; i < current; i++) {
            builder.add(change.applyAsDouble(random.nextGaussian()), 0, 1);
        }
        return builder;
    }
}
