package io.tidewatch.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tidewatch.sdk.DropReason;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.Tidewatch;
import io.tidewatch.sdk.TidewatchBuilder;
import io.tidewatch.sdk.experiment.Experiments;
import io.tidewatch.sdk.testing.RecordingTidewatch;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples do what they say. */
class ExamplesTest {

    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean get = exchange.getRequestMethod().equals("GET");
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " " + body);
            byte[] answer = "{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(get ? 404 : 202, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void threeLinesSendAPredictionAndItsGroundTruth() {
        Examples.threeLines(address(), "tw_key");

        assertThat(requests).hasSize(2);
        String id = requests.get(1).replaceAll(".*\"predictionId\":\"([^\"]+)\".*", "$1");
        assertThat(id).hasSize(36);
        assertThat(requests.get(0)).contains("POST /api/v1/models/flight-delay/predictions", id, "\"distance\":733");
        assertThat(requests.get(1)).contains("POST /api/v1/models/flight-delay/ground-truth", "\"class\":\"late\"");
    }

    @Test
    void aPredictionHoldsWhatItWasGiven() {
        Prediction prediction = Examples.prediction(TRACEPARENT, new float[] {1, 2});

        assertThat(prediction.features()).hasSize(7).containsEntry("stops", 2L).containsEntry("tailwind", null);
        assertThat(prediction.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(prediction.problem()).isNull();
    }

    @Test
    void groundTruthRefersToItsPrediction() {
        RecordingTidewatch tidewatch = new RecordingTidewatch();
        Examples.groundTruth(tidewatch, "id");

        assertThat(tidewatch.groundTruths())
                .extracting(truth -> truth.predictionId())
                .containsExactly("id");
    }

    @Test
    void bothAreRecordedUnderOneId() {
        RecordingTidewatch tidewatch = new RecordingTidewatch();
        String id = Examples.both(tidewatch);

        assertThat(tidewatch.predictions()).hasSize(1);
        assertThat(tidewatch.groundTruths())
                .extracting(truth -> truth.predictionId())
                .containsExactly(id);
    }

    @Test
    void redactionRemovesWhatIsPersonal() {
        try (Tidewatch tidewatch = Examples.redaction(client()).build()) {
            tidewatch.record(Prediction.builder()
                    .feature("email", "a@example.com")
                    .feature("postcode", "10115")
                    .entityId("customer-7"));
        }
        assertThat(requests).hasSize(1);
        assertThat(requests.get(0))
                .contains("\"postcode\":\"10\"")
                .doesNotContain("example.com")
                .doesNotContain("customer-7");
    }

    @Test
    void aListenerCountsLosses() {
        Map<DropReason, Long> counters = Collections.synchronizedMap(new EnumMap<>(DropReason.class));
        try (Tidewatch tidewatch = Examples.listener(client(), counters).build()) {
            tidewatch.record((Prediction) null);
        }
        assertThat(counters).isEqualTo(Map.of(DropReason.INVALID, 1L));
    }

    @Test
    void validationFindsNothingWithoutASchema() {
        RecordingTidewatch tidewatch = new RecordingTidewatch();

        assertThat(Examples.validation(tidewatch, Prediction.builder().build())).isEmpty();
    }

    @Test
    void aSpoolIsPartOfTheSettings() {
        assertThat(Examples.spool(client())).isNotNull();
    }

    @Test
    void aJobWaitsForRoomAndChecksTheResult() {
        try (Tidewatch tidewatch = client().batchSize(1).build()) {
            assertThat(Examples.job(
                            tidewatch,
                            List.of(Prediction.builder().feature("a", 1).build())))
                    .isEqualTo(1);
        }
    }

    @Test
    void theFakeKeepsWhatWasRecorded() {
        Examples.testing();
    }

    @Test
    void registrationCreatesAModelAndAVersion() {
        Examples.registration(address(), "tw_key");

        assertThat(requests)
                .extracting(request -> request.replaceAll(" \\{.*| $", ""))
                .containsExactly(
                        "GET /api/v1/models/flight-delay",
                        "POST /api/v1/models",
                        "GET /api/v1/models/flight-delay/versions/2",
                        "POST /api/v1/models/flight-delay/versions");
    }

    private TidewatchBuilder client() {
        return Tidewatch.builder()
                .endpoint(address())
                .apiKey("tw_key")
                .model("flight-delay")
                .version("2");
    }

    @Test
    void anExperimentIsLoggedAndItsVersionRegistered() {
        Examples.experiment(
                address(), "tw_key", List.of(Map.of("distance", 733.0, "origin", "ATL"), Map.of("distance", 2.5)));

        assertThat(requests).hasSize(3);
        assertThat(requests.get(0))
                .contains(
                        "POST /api/v1/models/flight-delay/runs",
                        "\"parameters\":{\"depth\":\"6\"}",
                        "\"rowCount\":2",
                        "{\"step\":50,\"value\":0.012}");
        String id = requests.get(0).replaceAll(".*\\{\"id\":\"([^\"]+)\".*", "$1");
        assertThat(requests.get(2))
                .contains(
                        "POST /api/v1/models/flight-delay/versions",
                        "{\"name\":\"origin\",\"type\":\"category\"}",
                        "\"run\":\"" + id + "\"");
    }

    @Test
    void aValidationRunNamesItsVersion() {
        try (Experiments experiments = Experiments.connect(address(), "tw_key", "flight-delay")) {
            assertThat(Examples.validation(experiments, 0.7).isStored()).isTrue();
        }
        assertThat(requests.get(0)).contains("\"kind\":\"validation\"", "\"version\":\"3\"", "\"roc_auc\":0.7");
        assertThat(requests.get(1)).isEqualTo(requests.get(0));
    }
}
