package io.tidewatch.analysis.stats.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.CategoryTableBuilder;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.StatsGolden;
import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.analysis.stats.distribution.Kolmogorov;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods on generated shapes of data (ties, offsets, tiny and huge samples) against SciPy; see methods.py. */
class GeneratedDataGoldenTest {

    private static final JsonNode GOLDEN = StatsGolden.json("methods.json");

    static Stream<Named<JsonNode>> cases() {
        return StreamSupport.stream(GOLDEN.get("cases").spliterator(), false)
                .map(node -> Named.of(node.get("name").asText(), node));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reproducesEveryValue(JsonNode node) {
        ValueTable table = table(node);
        SoftAssertions softly = new SoftAssertions();
        node.get("expected").properties().forEach(entry -> {
            DriftMethod method = DriftMethod.named(entry.getKey()).orElseThrow();
            double expected = entry.getValue().asDouble();
            double tolerance = method.direction().isPValue() ? 1e-6 : 1e-9 * Math.abs(expected) + 1e-15;
            softly.assertThat(method.evaluate(table).score())
                    .as(method.methodName())
                    .isCloseTo(expected, within(tolerance));
        });
        softly.assertAll();
    }

    @Test
    void kolmogorovDistribution() {
        for (JsonNode node : GOLDEN.get("kolmogorov")) {
            long n = node.get("n").asLong();
            double d = node.get("d").asDouble();
            assertThat(Kolmogorov.survival(n, d))
                    .as("n = %d, d = %s", n, d)
                    .isCloseTo(node.get("survival").asDouble(), within(1e-7));
        }
    }

    private static ValueTable table(JsonNode node) {
        NumberTableBuilder numbers = NumberTable.builder();
        CategoryTableBuilder categories = CategoryTable.builder();
        for (JsonNode row : node.get("rows")) {
            long reference = row.get(1).asLong();
            long current = row.get(2).asLong();
            numbers.add(row.get(0).asDouble(), reference, current);
            categories.add(row.get(0).asText(), reference, current);
        }
        return node.get("type").asText().equals("number") ? numbers.build() : categories.build();
    }
}
