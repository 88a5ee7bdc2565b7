package io.tidewatch.sdk.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.sdk.internal.http.Answer;
import io.tidewatch.sdk.internal.http.Request;
import io.tidewatch.sdk.internal.http.Transport;
import io.tidewatch.sdk.registry.ModelRegistry;
import io.tidewatch.sdk.registry.VersionDefinition;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExperimentsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<String> requests = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();
    private long now;
    private final Transport transport = new Transport() {
        @Override
        public Answer send(Request request, Duration timeout) throws IOException, InterruptedException {
            requests.add(
                    request.method() + " " + request.path() + " " + new String(request.body(), StandardCharsets.UTF_8));
            Object answer = answers.remove();
            if (answer instanceof IOException failure) {
                throw failure;
            }
            if (answer instanceof InterruptedException interrupt) {
                throw interrupt;
            }
            if (answer instanceof RuntimeException defect) {
                throw defect;
            }
            return (Answer) answer;
        }

        @Override
        public void close() {}
    };
    private final Experiments experiments = Experiments.over(
            "flight-delay",
            transport,
            ModelRegistry.connect(URI.create("http://127.0.0.1:9"), "tw_secret"),
            new Patience(
                    CLOCK,
                    () -> now,
                    nanos -> {
                        pauses.add(nanos);
                        now += nanos;
                    },
                    () -> 1.0),
            CLOCK);

    @Test
    void aRunIsSentWithEverythingItCollected() {
        answer(201, "{}");
        ExperimentRun run = experiments
                .training("depth 6\n")
                .parameter("depth", 6)
                .parameter("loss", "logistic")
                .metric("log_loss", 1, 0.5)
                .metric("log_loss", 2, 0.25)
                .metric("roc_auc", 0.71)
                .version("2")
                .profile(new DatasetProfiler()
                        .add(Map.of("late", true))
                        .add(Map.of("late", false))
                        .add(Map.of("late", true))
                        .profile());
        Outcome outcome = experiments.log(run);

        assertThat(outcome).isEqualTo(new Outcome.Stored("run " + run.id(), List.of()));
        assertThat(requests)
                .containsExactly("POST models/flight-delay/runs {\"id\":\"" + run.id() + "\",\"kind\":\"training\","
                        + "\"status\":\"succeeded\",\"name\":\"depth 6\",\"version\":\"2\","
                        + "\"startedAt\":\"2026-03-01T00:00:00Z\",\"endedAt\":\"2026-03-01T00:00:00Z\","
                        + "\"parameters\":{\"depth\":\"6\",\"loss\":\"logistic\"},"
                        + "\"metrics\":{\"log_loss\":0.25,\"roc_auc\":0.71},"
                        + "\"series\":{\"log_loss\":[{\"step\":1,\"value\":0.5},{\"step\":2,\"value\":0.25}]},"
                        + "\"profile\":{\"rowCount\":3,\"columns\":[{\"name\":\"late\",\"type\":\"boolean\",\"count\":3,"
                        + "\"missing\":0,\"distinct\":2,\"topCategories\":[{\"value\":\"true\",\"count\":2},"
                        + "{\"value\":\"false\",\"count\":1}]}]}}");
    }

    @Test
    void aServerThatIsAwayIsAskedAgainWithTheSameRun() {
        answers.add(new IOException("connection reset"));
        answer(503, "");
        answer(500, "");
        answers.add(new Answer(429, "", false, "7"));
        answer(201, "{}");
        ExperimentRun run = experiments.validation(null);

        assertThat(experiments.log(run, MINUTE).isStored()).isTrue();
        assertThat(requests).hasSize(5).allMatch(requests.get(0)::equals);
        assertThat(pauses).containsExactly(500_000_000L, 1_000_000_000L, 2_000_000_000L, 7_000_000_000L);
    }

    @Test
    void timeIsUpSomeTime() {
        answers.addAll(Collections.nCopies(50, new IOException("refused")));
        Outcome outcome = experiments.log(experiments.training("t"), MINUTE);

        assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
        assertThat(outcome.message()).contains("is not known to be stored", "refused");
        assertThat(Duration.ofNanos(now)).isLessThanOrEqualTo(MINUTE);
        assertThat(requests).hasSizeLessThan(50);
        assertThat(experiments.log(experiments.training("t"), Duration.ZERO).isStored())
                .isFalse();
        assertThat(experiments
                        .log(experiments.training("t"), Duration.ofSeconds(-1))
                        .isStored())
                .isFalse();
    }

    @Test
    void aRefusalIsAnAnswerAndNotAnException() {
        answer(
                422,
                "{\"code\":\"validation-failed\",\"detail\":\"no\",\"violations\":[{\"field\":\"version\",\"message\":\"is unknown\"}]}");
        ExperimentRun run = experiments.training("t");

        assertThat(experiments.log(run))
                .isEqualTo(new Outcome.Refused(
                        "run " + run.id(), 422, "validation-failed", "no", List.of("version: is unknown")));
        answer(403, "<html>");
        assertThat(experiments.log(run).message()).contains("http-403");
    }

    @Test
    void neitherInterruptsNorDefectsThrow() {
        answers.add(new InterruptedException());
        assertThat(experiments.log(experiments.training("t")).message()).contains("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        answers.add(new IllegalStateException("oops"));
        assertThat(experiments.log(experiments.training("t")).message()).contains("oops");
        experiments.close();
        assertThat(experiments.log(experiments.training("t")).message()).contains("closed");
        assertThat(experiments.register(VersionDefinition.builder("1").build()).message())
                .contains("closed");
    }

    @Test
    void whatCannotBeSentIsLeftOutAndNamed() {
        answer(201, "{}");
        ExperimentRun run = experiments
                .training(null)
                .metric("auc", Double.NaN)
                .metric("loss", 1, Double.POSITIVE_INFINITY)
                .metric("loss", 5, 1)
                .metric("loss", 4, 1)
                .metric("", 1)
                .parameter(null, 1)
                .parameter("p", null)
                .parameter("q", new Object() {
                    @Override
                    public String toString() {
                        throw new IllegalStateException();
                    }
                })
                .parameter("long", "x".repeat(5_000));
        for (int i = 0; i < 300; i++) {
            run.parameter("p" + i, i).metric("s" + i, 1, i);
        }
        Outcome.Stored stored = (Outcome.Stored) experiments.log(run);

        assertThat(stored.leftOut())
                .hasSize(50)
                .contains(
                        "metric auc: NaN is not finite",
                        "metric loss: Infinity at step 1 is not finite",
                        "metric loss: step 4 comes after a higher one, or is negative",
                        "parameter p: has no value");
        assertThat(requests.get(0))
                .contains("\"long\":\"" + "x".repeat(1000) + "\"")
                .doesNotContain("NaN");
    }

    @Test
    void aRunEndsOnce() {
        answer(201, "{}");
        answer(201, "{}");
        ExperimentRun run = experiments.training("t").fail(new IllegalStateException("out of data"));
        run.succeed();
        experiments.log(run);
        experiments.log(run);

        assertThat(requests.get(0))
                .contains("\"status\":\"failed\"", "\"failure\":\"java.lang.IllegalStateException: out of data\"");
        assertThat(requests.get(1)).isEqualTo(requests.get(0));
    }

    @Test
    void noServerIsUnavailableForRegistrationsToo() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (Experiments absent = Experiments.connect(URI.create("http://127.0.0.1:" + port), "tw_secret", "m")) {
            Outcome outcome = absent.register(VersionDefinition.builder("1").build(), Duration.ofMillis(200));
            assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
            assertThat(outcome.message()).doesNotContain("tw_secret");
        }
    }

    @Test
    void theEnvironmentHasToBeComplete() {
        assertThatThrownBy(() -> Experiments.from(Map.of("TIDEWATCH_ENDPOINT", "http://localhost")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TIDEWATCH_API_KEY is not set");
        Experiments.from(Map.of(
                        "TIDEWATCH_ENDPOINT", " http://localhost ", "TIDEWATCH_API_KEY", "k", "TIDEWATCH_MODEL", "m"))
                .close();
    }

    private void answer(int status, String body) {
        answers.add(new Answer(status, body, false, null));
    }
}
