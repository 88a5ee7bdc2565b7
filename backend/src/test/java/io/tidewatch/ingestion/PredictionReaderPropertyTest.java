package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever a client sends is stored bit for bit, or refused; nothing else. */
class PredictionReaderPropertyTest {

    // Escaped, because half of a surrogate pair has no bytes of its own.
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Test
    void numbersAreKeptExactly() {
        qt().forAll(doubles().any(), longs().all()).checkAssert((size, count) -> {
            if (count == Long.MIN_VALUE || !Double.isFinite(size)) {
                return;
            }
            Map<String, Object> row =
                    Events.features(json(Map.of("size", size, "count", count))).row();
            assertThat(((List<?>) row.get("f64")).get(1)).isEqualTo(size);
            assertThat(((List<?>) row.get("i64")).get(0)).isEqualTo(count);
        });
    }

    @Test
    void textIsKeptExactlyOrRefused() {
        qt().forAll(strings().allPossible().ofLengthBetween(0, 60)).checkAssert(text -> {
            Events.Read read = Events.features(json(Map.of("size", 1, "color", text)));
            String back = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            if (back.equals(text)) {
                assertThat(((List<?>) read.row().get("cat")).get(0)).isEqualTo(text);
            } else {
                assertThat(read.violation().error()).isEqualTo(EventError.INVALID_TEXT);
            }
        });
    }

    @Test
    void cutOffOrCorruptedBodiesNeverLeadToAnotherFailureThanARefusal() {
        String body = json(Map.of(
                "predictions",
                List.of(
                        Map.of(
                                "version",
                                "1",
                                "features",
                                Map.of("size", 1, "x", List.of(1, 2)),
                                "prediction",
                                Map.of("value", 1)),
                        Map.of("version", "1", "features", Map.of("color", "a"), "prediction", Map.of("value", 2)))));
        qt().forAll(integers().between(0, body.length() - 1), integers().between(0, 127))
                .checkAssert((position, character) -> {
                    attempt(body.substring(0, position));
                    attempt(body.substring(0, position) + (char) character.intValue() + body.substring(position + 1));
                });
    }

    private static void attempt(String body) {
        try {
            Events.Read read = Events.predictions(Events.regression(), body);
            assertThat(read.batch().size() + read.violations().size()).isLessThanOrEqualTo(3);
        } catch (io.tidewatch.platform.problem.ProblemException | java.io.UncheckedIOException refused) {
            assertThat(refused).isNotNull();
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
