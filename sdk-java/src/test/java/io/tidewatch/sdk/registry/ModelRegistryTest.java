package io.tidewatch.sdk.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.sdk.internal.http.Answer;
import io.tidewatch.sdk.internal.http.Request;
import io.tidewatch.sdk.internal.http.Transport;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRegistryTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-02-01T00:00:00Z");
    private static final ModelDefinition MODEL =
            new ModelDefinition("flight-delay", "Flight delay", ModelTask.BINARY, "delays");

    private final List<String> requests = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final ModelRegistry registry = ModelRegistry.over(new Transport() {
        @Override
        public Answer send(Request request, Duration timeout) {
            byte[] body = request.body();
            requests.add(request.method() + " " + request.path()
                    + (body == null ? "" : " " + new String(body, StandardCharsets.UTF_8)));
            return answers.remove();
        }

        @Override
        public void close() {}
    });

    @Test
    void leavesAnExistingModelAlone() {
        answer(200, "{}");

        assertThat(registry.createModelIfAbsent(MODEL)).isFalse();
        assertThat(requests).containsExactly("GET models/flight-delay");
    }

    @Test
    void createsAModelThatIsNotThere() {
        answer(404, "");
        answer(201, "{}");

        assertThat(registry.createModelIfAbsent(MODEL)).isTrue();
        assertThat(requests)
                .containsExactly(
                        "GET models/flight-delay",
                        "POST models {\"key\":\"flight-delay\",\"name\":\"Flight delay\",\"task\":\"binary\","
                                + "\"team\":\"delays\"}");
    }

    @Test
    void isContentIfSomebodyElseWasFaster() {
        answer(404, "");
        answer(409, "");
        answer(200, "{}");

        assertThat(registry.createModelIfAbsent(MODEL)).isFalse();
    }

    @Test
    void sendsEverythingThatIsKnownAboutAVersion() {
        answer(404, "");
        answer(201, "{}");
        registry.createVersionIfAbsent(
                "flight-delay",
                VersionDefinition.builder("2/b")
                        .description("with weather")
                        .feature(FeatureDefinition.of("distance", FeatureType.FLOAT64)
                                .required()
                                .range(0, 6000)
                                .unit("mi")
                                .description("great circle"))
                        .feature(FeatureDefinition.of("origin", FeatureType.CATEGORY)
                                .categories(List.of("ATL", "ORD")))
                        .feature(
                                FeatureDefinition.of("delay", FeatureType.INT64).range(Double.NEGATIVE_INFINITY, 10))
                        .feature(FeatureDefinition.embedding("route", 8))
                        .classes(List.of("late", "on-time"))
                        .positiveClass("late")
                        .threshold(0.5)
                        .outputUnit("min")
                        .parameter("trees", 100)
                        .parameter("rate", 0.1)
                        .parameter("shuffle", true)
                        .parameter("loss", "logistic")
                        .metric("roc_auc", 0.71)
                        .trainedOn(FROM, TO)
                        .build());

        assertThat(requests)
                .containsExactly(
                        "GET models/flight-delay/versions/2%2Fb",
                        "POST models/flight-delay/versions {\"version\":\"2/b\",\"description\":\"with weather\","
                                + "\"schema\":{\"features\":[{\"name\":\"distance\",\"type\":\"float64\",\"required\":true,"
                                + "\"min\":0,\"max\":6000,\"unit\":\"mi\",\"description\":\"great circle\"},"
                                + "{\"name\":\"origin\",\"type\":\"category\",\"categories\":[\"ATL\",\"ORD\"]},"
                                + "{\"name\":\"delay\",\"type\":\"int64\",\"max\":10},"
                                + "{\"name\":\"route\",\"type\":\"embedding\",\"dimension\":8}]},"
                                + "\"output\":{\"classes\":[\"late\",\"on-time\"],\"positiveClass\":\"late\","
                                + "\"threshold\":0.5,\"unit\":\"min\"},"
                                + "\"parameters\":{\"trees\":100,\"rate\":0.1,\"shuffle\":true,\"loss\":\"logistic\"},"
                                + "\"metrics\":{\"roc_auc\":0.71},"
                                + "\"trainedOn\":{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-02-01T00:00:00Z\"}}");
    }

    @Test
    void pinsABaseline() {
        answer(201, "{\"id\":\"b1\",\"name\":\"January\",\"predictionCount\":42,\"unknown\":[]}");

        assertThat(registry.pinBaseline("m", FROM, TO, "1", "January"))
                .isEqualTo(new PinnedBaseline("b1", "January", 42));
        assertThat(requests)
                .containsExactly("POST models/m/baselines {\"from\":\"2026-01-01T00:00:00Z\","
                        + "\"to\":\"2026-02-01T00:00:00Z\",\"version\":\"1\",\"name\":\"January\"}");
    }

    @Test
    void saysWhyItWasRefused() {
        answer(404, "");
        answer(
                422,
                "{\"code\":\"validation-failed\",\"detail\":\"the body is not valid\","
                        + "\"violations\":[{\"field\":\"team\",\"message\":\"is unknown\"}]}");

        assertThatThrownBy(() -> registry.createModelIfAbsent(MODEL))
                .isInstanceOfSatisfying(RegistryRefusedException.class, e -> {
                    assertThat(e.status()).isEqualTo(422);
                    assertThat(e.code()).isEqualTo("validation-failed");
                    assertThat(e.violations()).containsExactly("team: is unknown");
                })
                .hasMessage("model flight-delay was refused: validation-failed (status 422), the body is not valid"
                        + " [team: is unknown]");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403})
    void everyOtherRefusalIsTyped(int status) {
        answer(status, "<html>");

        assertThatThrownBy(() -> registry.createModelIfAbsent(MODEL))
                .isInstanceOfSatisfying(
                        RegistryRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo("http-" + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aServerInTroubleIsUnavailable(int status) {
        answer(status, "");

        assertThatThrownBy(() -> registry.pinBaseline("m", FROM, TO, null, null))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(Integer.toString(status));
    }

    @Test
    void anAnswerThatIsNotTidewatchsIsUnavailable() {
        answer(200, "<html>please log in</html>");

        assertThatThrownBy(() -> registry.pinBaseline("m", FROM, TO, null, null))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void noServerIsUnavailable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (ModelRegistry absent = ModelRegistry.connect(URI.create("http://127.0.0.1:" + port), "tw_secret")) {
            assertThatThrownBy(() -> absent.createModelIfAbsent(MODEL))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("no answer from the server")
                    .hasMessageNotContaining("tw_secret");
        }
    }

    private void answer(int status, String body) {
        answers.add(new Answer(status, body, false, null));
    }
}
