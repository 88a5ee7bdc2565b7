package io.tidewatch.ui.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.ui.client.ModelVersion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Flight delay | flight-delay",
                "  Ärger & Größe 2 | arger-gro-e-2",
                "---x--- | x",
                "<img src=x> | img-src-x",
                "日本 | ''"
            })
    void aKeyIsProposedFromTheName(String name, String key) {
        assertThat(Keys.propose(name)).isEqualTo(key);
    }

    @Test
    void saysWhatAFeatureMayBe() {
        assertThat(SchemaTable.allowed(feature(0.0, null, null))).isEqualTo("from 0");
        assertThat(SchemaTable.allowed(feature(null, 23.0, null))).isEqualTo("up to 23");
        assertThat(SchemaTable.allowed(feature(0.0, 23.0, null))).isEqualTo("0 to 23");
        assertThat(SchemaTable.allowed(feature(null, null, List.of()))).isEqualTo("anything");
        assertThat(SchemaTable.allowed(feature(null, null, List.of("a", "b")))).isEqualTo("a, b");
        assertThat(SchemaTable.allowed(feature(
                        null,
                        null,
                        IntStream.range(0, 10).mapToObj(Integer::toString).toList())))
                .isEqualTo("0, 1, 2, 3, 4, 5, 6, 7 and 2 more");
    }

    private static ModelVersion.Feature feature(Double min, Double max, List<String> categories) {
        return new ModelVersion.Feature("f", "float64", true, min, max, categories, null, null, null);
    }
}
