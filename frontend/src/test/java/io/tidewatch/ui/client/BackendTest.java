package io.tidewatch.ui.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.vaadin.flow.server.VaadinSession;
import io.tidewatch.ui.fake.FakeBackend;
import io.tidewatch.ui.fake.FakeBackend.Refusal;
import io.tidewatch.ui.fake.SampleData;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackendTest {

    private static final Caller CALLER = new Caller(() -> "token-1", "northwind-air");
    private static final Scope SCOPE =
            new Scope(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-08T00:00:00Z"), "2", "a b&c");

    private FakeBackend server;
    private Backend backend;

    @BeforeEach
    void start() throws Exception {
        server = new FakeBackend(0);
        backend = new Backend(config(server.url(), Duration.ofSeconds(10)));
    }

    @AfterEach
    void stop() {
        server.close();
        VaadinSession.setCurrent(null);
    }

    @Test
    void sendsThePersonsOwnTokenAndTheirOrganization() {
        SampleData.serve(server, true);

        new Models(backend).get(CALLER, "flight-delay");

        assertThat(server.requests().getLast().headers())
                .containsEntry("authorization", "Bearer token-1")
                .containsEntry("tidewatch-organization", "northwind-air");
    }

    @Test
    void asksWhoThePersonIsWithoutAnOrganization() {
        SampleData.serve(server, true);

        Me me = new Organizations(backend).me(new Caller(() -> "token-1", null));

        assertThat(server.requests().getLast().headers()).doesNotContainKey("tidewatch-organization");
        assertThat(me.organization("northwind-air").orElseThrow().editableTeams())
                .extracting(Me.Team::key)
                .containsExactly("delays");
    }

    @Test
    void takesTheTokenAtTheMomentOfTheCall() {
        SampleData.serve(server, true);
        AtomicReference<String> token = new AtomicReference<>("old");
        Caller caller = new Caller(token::get, "northwind-air");
        token.set("renewed");

        new Models(backend).health(caller, "flight-delay");

        assertThat(server.requests().getLast().headers()).containsEntry("authorization", "Bearer renewed");
    }

    @Test
    void encodesNamesInPathsAndQueries() {
        server.on("GET", "/models/{}/drift/{}", request -> Map.of("name", request.segment(1), "status", "ok"));

        Drift.Feature feature = new Analysis(backend).feature(CALLER, "m", "a/b c?d%", SCOPE);

        assertThat(feature.name()).isEqualTo("a/b c?d%");
        assertThat(server.requests().getLast().query())
                .containsEntry("from", "2026-01-01T00:00:00Z")
                .containsEntry("version", "2")
                .containsEntry("environment", "a b&c");
    }

    @Test
    void readsEveryAnswerOfTheApi() {
        SampleData.serve(server, true);
        Models models = new Models(backend);
        Analysis analysis = new Analysis(backend);
        Scope scope = new Scope(Instant.now().minus(Duration.ofDays(3)), Instant.now(), null, null);

        assertThat(models.list(CALLER, "delays", null, null).items())
                .extracting(Model::key)
                .contains("flight-delay");
        assertThat(models.health(CALLER, "flight-delay").status()).isEqualTo("critical");
        assertThat(models.versions(CALLER, "flight-delay").getFirst().features())
                .hasSize(5);
        assertThat(models.baselines(CALLER, "flight-delay").getFirst().current())
                .isTrue();
        assertThat(analysis.volume(CALLER, "flight-delay", scope).points()).isNotEmpty();
        assertThat(analysis.drift(CALLER, "flight-delay", scope)
                        .rows()
                        .getFirst()
                        .method("psi")
                        .score())
                .isPositive();
        assertThat(analysis.feature(CALLER, "flight-delay", "distance", scope)
                        .distribution()
                        .bins())
                .hasSize(12);
        assertThat(analysis.featureHistory(CALLER, "flight-delay", "distance", scope, "P1D")
                        .points())
                .isNotEmpty();
        assertThat(analysis.history(CALLER, "flight-delay", scope, "P1D").features())
                .hasSize(9);
        assertThat(analysis.performance(CALLER, "flight-delay", scope, "P1D")
                        .points()
                        .getFirst()
                        .metric("roc_auc"))
                .isBetween(0.5, 1.0);
        StoredPrediction prediction = new Events(backend)
                .list(CALLER, "flight-delay", scope, 10, null)
                .items()
                .getFirst();
        assertThat(prediction.prediction().predictedClass()).isIn("late", "on-time");
    }

    @Test
    void turnsEachProblemIntoWhatAPageDoesAboutIt() {
        assertThat(failureOf(401, "unauthorized")).isInstanceOf(Failure.SignInNeeded.class);
        assertThat(failureOf(403, "forbidden")).isInstanceOf(Failure.NotHere.class);
        assertThat(failureOf(404, "model-not-found")).isInstanceOf(Failure.NotHere.class);
        assertThat(failureOf(404, "baseline-not-found")).isInstanceOf(Failure.NoBaseline.class);
        assertThat(failureOf(400, "malformed-json")).isInstanceOf(Failure.Invalid.class);
        assertThat(failureOf(409, "model-exists")).isInstanceOf(Failure.Conflict.class);
        assertThat(failureOf(429, "too-many-requests")).isInstanceOf(Failure.Unavailable.class);
        assertThat(failureOf(503, "unavailable")).isInstanceOf(Failure.Unavailable.class);
        assertThat(failureOf(500, "internal")).isInstanceOf(Failure.Unexpected.class);
        assertThat(failureOf(503, "unavailable").traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void aForeignModelLooksExactlyLikeAMissingOne() {
        assertThat(failureOf(403, "forbidden")).isEqualTo(failureOf(404, "model-not-found"));
    }

    @Test
    void aRefusedChangeSaysSoInsteadOfHiding() {
        server.on("PUT", "/models/{}/shares/{}", request -> {
            throw new Refusal(403, "forbidden", "Only editors may share");
        });

        BackendException refused =
                catchThrowableOfType(BackendException.class, () -> new Models(backend).share(CALLER, "m", "team"));

        assertThat(refused.failure())
                .isEqualTo(new Failure.NotAllowed("Only editors may share", "4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void namesTheFieldsThatWereRefused() {
        SampleData.serve(server, true);

        BackendException refused = catchThrowableOfType(
                BackendException.class,
                () -> new Models(backend)
                        .register(CALLER, new NewModel("flight-delay", "x", null, "binary", "delays")));

        assertThat(((Failure.Invalid) refused.failure()).violations())
                .extracting(Violation::field)
                .containsExactly("key");
    }

    @Test
    void anAnswerThatIsNotJsonIsAFailureNotACrash() {
        server.on("GET", "/models/{}", request -> "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new Models(backend).get(CALLER, "m"))
                .isInstanceOf(BackendException.class)
                .hasMessageNotContaining("html");
    }

    @Test
    void aStoppedBackendIsUnavailable() {
        server.close();

        BackendException failed =
                catchThrowableOfType(BackendException.class, () -> new Models(backend).get(CALLER, "m"));

        assertThat(failed.failure()).isInstanceOf(Failure.Unavailable.class);
    }

    @Test
    void aSlowBackendIsUnavailableAfterTheTimeout() {
        CountDownLatch never = new CountDownLatch(1);
        server.on("GET", "/models/{}", request -> waitFor(never));
        Backend impatient = new Backend(config(server.url(), Duration.ofMillis(100)));

        BackendException failed =
                catchThrowableOfType(BackendException.class, () -> new Models(impatient).get(CALLER, "m"));

        assertThat(failed.failure()).isInstanceOf(Failure.Unavailable.class);
        never.countDown();
    }

    @Test
    void interruptingTheCallerEndsTheCall() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        server.on("GET", "/models/{}", request -> {
            asked.countDown();
            return waitFor(never);
        });
        AtomicReference<Throwable> outcome = new AtomicReference<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                new Models(backend).get(CALLER, "m");
            } catch (BackendException cancelled) {
                outcome.set(cancelled);
            }
        });

        asked.await();
        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        assertThat(outcome.get()).isInstanceOf(BackendException.class);
        never.countDown();
    }

    @Test
    void refusesToBlockWhileTheSessionIsLocked() {
        VaadinSession.setCurrent(new VaadinSession(null) {
            @Override
            public boolean hasLock() {
                return true;
            }
        });

        assertThatThrownBy(() -> new Models(backend).get(CALLER, "m")).isInstanceOf(IllegalStateException.class);
        assertThat(server.requests()).isEmpty();
    }

    private Failure failureOf(int status, String code) {
        server.on("GET", "/models/{}", request -> {
            throw new Refusal(status, code, "Detail");
        });
        return catchThrowableOfType(BackendException.class, () -> new Models(backend).get(CALLER, "m"))
                .failure();
    }

    private static Object waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Map.of();
    }

    private static BackendConfig config(URI url, Duration timeout) {
        return new BackendConfig() {
            @Override
            public URI url() {
                return url;
            }

            @Override
            public URI publicUrl() {
                return url;
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Duration requestTimeout() {
                return timeout;
            }
        };
    }
}
