package io.tidewatch.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.analysis.PerformanceQueries.GroupMetrics;
import io.tidewatch.analysis.PerformanceQueries.TruthAgainstPrediction;
import io.tidewatch.analysis.stats.ReferenceData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MulticlassGroupsTest {

    @Test
    void metricsEqualScikitLearnsInEveryGroup() {
        List<String> truth = ReferenceData.column("performance/multiclass.csv", "truth");
        List<String> prediction = ReferenceData.column("performance/multiclass.csv", "prediction");
        List<TruthAgainstPrediction> rows = new ArrayList<>();
        for (int i = 0; i < truth.size(); i++) {
            rows.add(new TruthAgainstPrediction(
                    i % 5, i % 2 == 0 ? "1" : "2", truth.get(i), prediction.get(i), 1, 0, 0));
        }
        rows.add(new TruthAgainstPrediction(0, "1", "", "late", 100, 0, 0));

        List<GroupMetrics> groups = MulticlassGroups.of(rows);

        assertThat(groups).hasSize(5 * 2 + 5 + 2 + 1);
        GroupMetrics all = groups.stream()
                .filter(group -> group.unit() == null && group.version() == null)
                .findFirst()
                .orElseThrow();
        assertThat(all.predictions()).isEqualTo(truth.size() + 100);
        assertThat(all.truths()).isEqualTo(truth.size());
        JsonNode expected = ReferenceData.json("performance/multiclass.expected.json");
        Map.of(
                        "accuracy", "accuracy",
                        "balanced_accuracy", "balanced_accuracy",
                        "macro_precision", "precision_macro",
                        "macro_recall", "recall_macro",
                        "macro_f1", "f1_macro",
                        "weighted_f1", "f1_weighted")
                .forEach((ours, theirs) -> assertThat(all.metrics().get(ours))
                        .as(ours)
                        .isCloseTo(expected.path(theirs).asDouble(), within(1e-12)));
        assertThat(all.metrics()).doesNotContainKey("log_loss");
    }
}
