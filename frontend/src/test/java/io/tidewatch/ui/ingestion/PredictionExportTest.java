package io.tidewatch.ui.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.ui.client.StoredPrediction;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionExportTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void everyFeatureGetsAColumnAndAMissingValueAnEmptyCell() {
        String csv = PredictionExport.csv(List.of(prediction("a", Map.of("x", 1.5)), prediction("b", missing("y"))));

        List<String[]> rows = csv.lines().map(line -> line.split(",", -1)).toList();
        assertThat(rows.getFirst()).endsWith("feature.x", "feature.y");
        assertThat(rows.get(1)).startsWith("a").endsWith("1.5", "");
        assertThat(Arrays.copyOfRange(rows.get(2), 13, 15)).containsExactly("", "");
    }

    @Test
    void linesOfJsonCarryTheNamesOfTheApi() {
        String ndjson = PredictionExport.ndjson(List.of(prediction("a", Map.of())));

        assertThat(ndjson).endsWith("\n").contains("\"class\":\"late\"").doesNotContain("predictedClass");
    }

    @Test
    void saysWhatWasPredictedAndWhatWasTrue() {
        assertThat(Outputs.text(new StoredPrediction.Output(0.81234, "late", null, null)))
                .isEqualTo("late (0.812)");
        assertThat(Outputs.text(new StoredPrediction.Output(null, null, 12.5, null)))
                .isEqualTo("12.5");
        assertThat(Outputs.text((StoredPrediction.Output) null)).isEqualTo("—");
        assertThat(Outputs.text((StoredPrediction.Truth) null)).isEqualTo("not yet");
    }

    private static Map<String, Object> missing(String name) {
        Map<String, Object> features = new HashMap<>();
        features.put(name, null);
        return features;
    }

    private static StoredPrediction prediction(String id, Map<String, Object> features) {
        return new StoredPrediction(
                id,
                "1",
                "production",
                AT,
                AT,
                null,
                features,
                new StoredPrediction.Output(0.8, "late", null, null),
                Map.of(),
                4.2,
                null);
    }
}
