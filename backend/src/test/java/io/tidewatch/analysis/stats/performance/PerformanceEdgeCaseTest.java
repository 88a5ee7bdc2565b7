package io.tidewatch.analysis.stats.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.analysis.stats.NumberTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PerformanceEdgeCaseTest {

    private static Map<String, Double> values(List<Metric> metrics) {
        return metrics.stream().collect(Collectors.toMap(Metric::name, Metric::value));
    }

    @Test
    void oneClassOnly() {
        NumberTable scores = NumberTable.builder().add(0.2, 7, 0).add(0.8, 3, 0).build();
        Map<String, Double> metrics = values(BinaryPerformance.of(scores).metrics(0.5));
        assertThat(metrics.get("roc_auc")).isNaN();
        assertThat(metrics.get("ks_statistic")).isNaN();
        assertThat(metrics.get("average_precision")).isNaN();
        assertThat(metrics.get("accuracy")).isEqualTo(0.7);
        assertThat(metrics.get("balanced_accuracy")).isEqualTo(0.7);
        assertThat(metrics.get("recall")).isZero();
    }

    @Test
    void scoresThatAreNoProbabilitiesHaveNoLoss() {
        NumberTable scores = NumberTable.builder().add(-3, 5, 1).add(4, 1, 5).build();
        Map<String, Double> metrics = values(BinaryPerformance.of(scores).metrics(0));
        assertThat(metrics).doesNotContainKeys("log_loss", "brier");
        assertThat(metrics.get("roc_auc")).isCloseTo(5.0 / 6, within(1e-12));
    }

    @Test
    void certainAndWrongIsAVeryLargeLossButNotInfinite() {
        NumberTable scores = NumberTable.builder().add(0, 1, 1).add(1, 1, 1).build();
        assertThat(values(BinaryPerformance.of(scores).metrics(0.5)).get("log_loss"))
                .isCloseTo(-Math.log(Math.ulp(1.0)) / 2, within(1e-9));
    }

    @Test
    void aConstantTruthHasNoExplainedVariance() {
        Map<String, Double> metrics = values(RegressionPerformance.of(new double[] {3, 3, 3}, new double[] {3, 4, 5})
                .metrics());
        assertThat(metrics.get("r2")).isNaN();
        assertThat(metrics.get("mae")).isEqualTo(1);
        assertThat(metrics.get("max_error")).isEqualTo(2);
    }

    @Test
    void rankings() {
        // scikit-learn 1.2: ndcg_score([[3, 2, 3, 0, 1, 2]], [[6, 5, 4, 3, 2, 1]]) = 0.960808
        assertThat(RankingPerformance.ndcg(new double[] {3, 2, 3, 0, 1, 2}, 6)).isCloseTo(0.960808, within(1e-6));
        assertThat(RankingPerformance.ndcg(new double[] {0, 0}, 2)).isNaN();
        assertThat(RankingPerformance.averagePrecision(new double[] {1, 0, 1, 0}, 4))
                .isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
        assertThat(RankingPerformance.reciprocalRank(new double[] {0, 0, 1}, 3)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(RankingPerformance.reciprocalRank(new double[] {0, 0, 1}, 2)).isZero();
        Map<String, Double> metrics = values(RankingPerformance.of(List.of(new double[] {1, 0}, new double[] {0, 0, 1}))
                .metrics(2));
        assertThat(metrics.get("hit_rate_at_2")).isEqualTo(0.5);
        assertThat(metrics.get("mrr_at_2")).isEqualTo(0.5);
    }

    @Test
    void businessValueIsExactMoney() {
        BusinessValue value = BusinessValue.ofBinary(
                new BigDecimal("0.10"), new BigDecimal("-3.30"), new BigDecimal("-20"), new BigDecimal("12.05"));
        ConfusionMatrix matrix = ConfusionMatrix.builder()
                .add("0", "0", 1_000_003)
                .add("0", "1", 7)
                .add("1", "0", 2)
                .add("1", "1", 3)
                .build();
        assertThat(value.total(matrix)).isEqualByComparingTo("99973.35");
        Metric perPrediction = value.perPrediction(matrix);
        assertThat(perPrediction.value()).isCloseTo(99973.35 / 1_000_015, within(1e-12));
        assertThat(perPrediction.lower()).isLessThan(perPrediction.value());
    }
}
