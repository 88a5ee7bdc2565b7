package io.tidewatch.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.ui.client.ModelVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetsTest {

    @Test
    void threeLinesWithTheModelsKey() {
        assertThat(Snippets.record("flight-delay", "binary").lines())
                .hasSize(3)
                .anyMatch(line -> line.contains(".model(\"flight-delay\").version(\"1\")"))
                .anyMatch(line -> line.contains("GroundTruth.ofClass"));
    }

    @Test
    void aRegressionPredictsAValue() {
        assertThat(Snippets.record("m", "regression"))
                .contains(".predictedValue(", "GroundTruth.ofValue(")
                .doesNotContain("score");
    }

    @Test
    void usesAFeatureOfTheNewestVersion() {
        ModelVersion.Feature origin = new ModelVersion.Feature(
                "origin", "category", true, null, null, List.of("ATL", "ORD"), null, null, null);
        ModelVersion version = new ModelVersion(
                "7", null, new ModelVersion.Schema(List.of(origin)), null, null, null, null, null, null);

        assertThat(Snippets.record("m", "binary", List.of(version)))
                .contains(".version(\"7\")", ".feature(\"origin\", \"ATL\")");
    }

    @Test
    void namesAreJavaLiterals() {
        assertThat(Snippets.record("a\"b\\c", "binary")).contains(".model(\"a\\\"b\\\\c\")");
    }
}
