package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.sdk.internal.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventEncoderTest {

    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final EventEncoder encoder = new EventEncoder("2", "production");

    @Test
    void writesEverythingAPredictionCanHold() {
        String json = encode(Prediction.builder()
                .predictionId("id-1")
                .version("3")
                .environment("staging")
                .entityId("customer-7")
                .traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .occurredAt(TIME)
                .feature("distance", 733.5)
                .feature("stops", 2)
                .feature("weekend", false)
                .feature("origin", "ATL")
                .feature("booked", Instant.parse("2026-02-01T00:00:00Z"))
                .feature("vector", new float[] {0.1f, 2})
                .feature("holed", new float[] {0.1f, Float.NaN})
                .feature("endless", new double[] {Double.POSITIVE_INFINITY, 1})
                .feature("wide", new double[] {0.1})
                .feature("nothing", Double.NaN)
                .missing("absent")
                .score(0.81)
                .predictedClass("late")
                .predictedValue(12)
                .score("late", 0.81)
                .score("on-time", 0.19)
                .segment("carrier", "DL")
                .latency(Duration.ofNanos(1_250_000)));

        assertThat(json)
                .isEqualTo(
                        "{\"predictionId\":\"id-1\",\"version\":\"3\",\"occurredAt\":\"2026-03-01T12:00:00.123456Z\","
                                + "\"environment\":\"staging\",\"entityId\":\"customer-7\",\"features\":{\"distance\":733.5,"
                                + "\"stops\":2,\"weekend\":false,\"origin\":\"ATL\",\"booked\":\"2026-02-01T00:00:00Z\","
                                + "\"vector\":[0.1,2.0],\"holed\":null,\"endless\":null,\"wide\":[0.1],\"nothing\":null,\"absent\":null},"
                                + "\"prediction\":{\"score\":0.81,\"class\":\"late\",\"value\":12,"
                                + "\"scores\":{\"late\":0.81,\"on-time\":0.19}},\"segments\":{\"carrier\":\"DL\"},"
                                + "\"latencyMs\":1.25,\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        String json = encode(Prediction.builder().predictionId("id").score(Double.NaN));

        assertThat(json)
                .isEqualTo("{\"predictionId\":\"id\",\"version\":\"2\",\"occurredAt\":\"1970-01-01T00:00:00.007Z\","
                        + "\"environment\":\"production\",\"features\":{},\"prediction\":{}}");
    }

    @Test
    void writesTimesBeforeTheEpochAndBeyondTheCalendar() {
        assertThat(encode(Prediction.builder().predictionId("id"), -1)).contains("\"1969-12-31T23:59:59.999Z\"");
        assertThat(encode(Prediction.builder().predictionId("id").occurredAt(Instant.MAX)))
                .contains("\"+1000000000-12-31T23:59:59.999999999Z\"");
    }

    @Test
    void writesGroundTruths() {
        assertThat(encode(GroundTruth.ofClass("id", "late").observedAt(TIME)))
                .isEqualTo(
                        "{\"predictionId\":\"id\",\"class\":\"late\",\"observedAt\":\"2026-03-01T12:00:00.123456Z\"}");
        assertThat(encode(GroundTruth.ofValue("id", 17))).isEqualTo("{\"predictionId\":\"id\",\"value\":17}");
    }

    @Test
    void givesIdsTheTimeOfTheirEvent() {
        Prediction old = Prediction.builder()
                .occurredAt(Instant.ofEpochMilli(0x017F22E279B0L))
                .build();
        assertThat(EventFactory.idOf(old, 0)).startsWith("017f22e2-79b0-7");
        assertThat(EventFactory.idOf(Prediction.builder().build(), 0x017F22E279B0L))
                .startsWith("017f22e2-79b0-7");
        assertThat(EventFactory.idOf(
                        Prediction.builder().occurredAt(Instant.MAX).build(), 0))
                .startsWith("ffffffff-ffff-7");
        assertThat(EventFactory.idOf(
                        Prediction.builder().occurredAt(Instant.MIN).build(), 0))
                .startsWith("00000000-0000-7");
    }

    private String encode(PredictionBuilder builder) {
        return encode(builder, 7);
    }

    private String encode(PredictionBuilder builder, long nowMillis) {
        Prediction prediction = builder.build();
        JsonWriter json = new JsonWriter(16);
        encoder.write(EventFactory.event(prediction, EventFactory.idOf(prediction, 0), nowMillis), prediction, json);
        return json.toString();
    }

    private String encode(GroundTruth truth) {
        JsonWriter json = new JsonWriter(16);
        encoder.write(truth, json);
        return json.toString();
    }
}
