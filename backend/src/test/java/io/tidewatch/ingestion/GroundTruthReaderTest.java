package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.registry.ModelTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundTruthReaderTest {

    @Test
    void readsClassesValuesAndTimes() throws IOException {
        GroundTruthReader classes = read(ModelTask.BINARY, """
                {"groundTruth":[{"predictionId":"a","class":"yes","observedAt":"2026-02-01T00:00:00Z"},
                                {"predictionId":"b","class":true},{"predictionId":"c","class":1}]}""");
        assertThat(classes.violations()).isEmpty();
        assertThat(classes.truths()).extracting(GroundTruth::truthClass).containsExactly("yes", "true", "1");
        assertThat(classes.truths())
                .extracting(GroundTruth::observedAt)
                .containsExactly(Instant.parse("2026-02-01T00:00:00Z"), Events.NOW, Events.NOW);

        GroundTruthReader values = read(ModelTask.REGRESSION, "{\"predictionId\":\"a\",\"value\":-1.5}");
        assertThat(values.truths().getFirst().truthValue()).isEqualTo(-1.5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"class":"a"}                                                       | missing-field     | predictionId
                    {"predictionId":"a"}                                                | missing-field     | class
                    {"predictionId":"a","class":""}                                     | missing-field     | class
                    {"predictionId":"a","class":{}}                                     | wrong-type        | class
                    {"predictionId":"a","value":1}                                      | wrong-type        | value
                    {"predictionId":"a","class":"x","observedAt":"9999-01-01T00:00:00Z"} | time-out-of-range | observedAt
                    {"predictionId":"a","class":"x","label":"y"}                        | unknown-field     | label
                    """)
    void aBadPartIsNamed(String event, String code, String field) throws IOException {
        GroundTruthReader reader = read(ModelTask.BINARY, event);

        assertThat(reader.truths()).isEmpty();
        assertThat(reader.violations().getFirst().error().code()).isEqualTo(code);
        assertThat(reader.violations().getFirst().field()).isEqualTo(field);
    }

    private static GroundTruthReader read(ModelTask task, String body) throws IOException {
        PredictionIds ids = new PredictionIds(Events.ORGANIZATION, Events.MODEL, new SplittableRandom(1));
        GroundTruthReader reader = new GroundTruthReader(task, ids, Events.LIMITS);
        EventEnvelope.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), "groundTruth", reader);
        return reader;
    }
}
