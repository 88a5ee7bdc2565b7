package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.sdk.internal.http.Answer;
import io.tidewatch.sdk.internal.http.Request;
import io.tidewatch.sdk.internal.http.Transport;
import io.tidewatch.sdk.internal.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the redaction hook may do, and what it may not. */
class RedactionTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<JsonObject> sent = new ArrayList<>();

    @Test
    void removesReplacesAndKeepsTheIdentity() {
        String id;
        try (Tidewatch tidewatch = client(prediction -> prediction.toBuilder()
                .removeFeature("email")
                .feature("postcode", "10***")
                .entityId(null)
                .predictionId("another-id")
                .build())) {
            id = tidewatch.record(Prediction.builder()
                    .feature("email", "a@example.com")
                    .feature("postcode", "10115")
                    .feature("amount", 3)
                    .entityId("customer-1"));
            assertThat(tidewatch.flush(LONG).delivered()).isEqualTo(1);
        }
        JsonObject event = sent.get(0);
        assertThat(event.string("predictionId")).isEqualTo(id);
        assertThat(event.members()).doesNotContainKey("entityId");
        assertThat(event.object("features").members()).isEqualTo(Map.of("postcode", "10***", "amount", 3L));
    }

    @Test
    void sendsNothingThatTheHookFailedOn() {
        try (Tidewatch tidewatch = client(prediction -> {
            if (prediction.features().containsKey("bad")) {
                throw new IllegalStateException("no rule for this");
            }
            return prediction;
        })) {
            tidewatch.record(Prediction.builder().feature("bad", "secret"));
            tidewatch.record(Prediction.builder().feature("good", 1));
            FlushResult result = tidewatch.flush(LONG);

            assertThat(result.delivered()).isEqualTo(1);
            assertThat(result.stats().droppedByReason()).isEqualTo(Map.of(DropReason.REDACTION_FAILED, 1L));
        }
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).object("features").members()).containsOnlyKeys("good");
    }

    @Test
    void sendsNothingThatTheHookWithholds() {
        try (Tidewatch tidewatch = client(prediction -> null)) {
            tidewatch.record(Prediction.builder().feature("a", 1));
            FlushResult result = tidewatch.flush(LONG);

            assertThat(result.complete()).isTrue();
            assertThat(result.stats().droppedByReason()).isEqualTo(Map.of(DropReason.WITHHELD_BY_REDACTION, 1L));
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void dropsWhatTheHookSpoiled() {
        try (Tidewatch tidewatch =
                client(prediction -> prediction.toBuilder().feature("", 1).build())) {
            tidewatch.record(Prediction.builder().feature("a", 1));

            assertThat(tidewatch.flush(LONG).stats().droppedByReason())
                    .isEqualTo(Map.of(DropReason.REDACTION_FAILED, 1L));
        }
    }

    private Tidewatch client(Redaction redaction) {
        return Tidewatch.builder()
                .endpoint("https://localhost")
                .apiKey("none")
                .model("m")
                .version("1")
                .redaction(redaction)
                .transport(new Transport() {
                    @Override
                    public Answer send(Request request, Duration timeout) {
                        sent.addAll(ScriptedServer.events(request));
                        return new Answer(202, "{\"accepted\":1,\"rejected\":[]}", false, null);
                    }

                    @Override
                    public void close() {}
                })
                .build();
    }
}
