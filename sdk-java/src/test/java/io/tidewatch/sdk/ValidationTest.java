package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.sdk.Violation.Code;
import io.tidewatch.sdk.internal.json.JsonReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ValidationTest {

    private static final String VERSION = "{\"version\":\"2\",\"schema\":{\"features\":["
            + "{\"name\":\"distance\",\"type\":\"float64\",\"required\":true,\"min\":0,\"max\":6000},"
            + "{\"name\":\"stops\",\"type\":\"int64\",\"min\":0},"
            + "{\"name\":\"delay\",\"type\":\"float32\",\"max\":1.5},"
            + "{\"name\":\"origin\",\"type\":\"category\",\"categories\":[\"ATL\",\"ORD\"]},"
            + "{\"name\":\"carrier\",\"type\":\"category\"},"
            + "{\"name\":\"remark\",\"type\":\"text\"},"
            + "{\"name\":\"weekend\",\"type\":\"boolean\"},"
            + "{\"name\":\"booked\",\"type\":\"timestamp\"},"
            + "{\"name\":\"route\",\"type\":\"embedding\",\"dimension\":2},"
            + "{\"name\":\"free\",\"type\":\"embedding\"}]}}";

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void acceptsWhatFits() throws Exception {
        assertThat(check(fitting())).isEmpty();
        assertThat(check(Prediction.builder().feature("distance", 5))).isEmpty();
        assertThat(check(fitting().feature("stops", 3.0))).isEmpty();
        assertThat(check(fitting().missing("origin").feature("delay", Double.NaN)))
                .isEmpty();
    }

    @Test
    void namesEveryReason() throws Exception {
        assertThat(check(Prediction.builder()
                        .feature("distance", 6000.5)
                        .feature("stops", 2.5)
                        .feature("delay", 2)
                        .feature("origin", "XXX")
                        .feature("carrier", 7)
                        .feature("remark", true)
                        .feature("weekend", "yes")
                        .feature("booked", "2026-01-01")
                        .feature("route", new float[3])
                        .feature("free", 1.0)
                        .feature("unknown", 1)))
                .containsExactly(
                        new Violation("distance", Code.OUT_OF_RANGE, "must be 0.0 to 6000.0"),
                        new Violation("stops", Code.WRONG_TYPE, "must be int64"),
                        new Violation("delay", Code.OUT_OF_RANGE, "must be at most 1.5"),
                        new Violation("origin", Code.UNKNOWN_CATEGORY, "is none of the categories of the schema"),
                        new Violation("carrier", Code.WRONG_TYPE, "must be category"),
                        new Violation("remark", Code.WRONG_TYPE, "must be text"),
                        new Violation("weekend", Code.WRONG_TYPE, "must be boolean"),
                        new Violation("booked", Code.WRONG_TYPE, "must be timestamp"),
                        new Violation("route", Code.WRONG_TYPE, "must have 2 numbers"),
                        new Violation("free", Code.WRONG_TYPE, "must be embedding"),
                        new Violation("unknown", Code.UNKNOWN_FEATURE, "is not in the schema"));
    }

    @Test
    void missesWhatIsRequired() throws Exception {
        Violation missing = new Violation("distance", Code.MISSING, "is required and has no value");

        assertThat(check(Prediction.builder())).containsExactly(missing);
        assertThat(check(Prediction.builder().missing("distance"))).containsExactly(missing);
        assertThat(check(Prediction.builder().feature("distance", Double.NaN))).containsExactly(missing);
        assertThat(check(Prediction.builder().feature("distance", 5).feature("stops", -1)))
                .containsExactly(new Violation("stops", Code.OUT_OF_RANGE, "must be at least 0.0"));
    }

    @Test
    void fetchesTheSchemaInTheBackground() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (FakeServer server = new FakeServer()) {
            server.answer(exchange -> {
                if (!exchange.getRequestMethod().equals("GET")) {
                    return false;
                }
                asked.countDown();
                await(release);
                assertThat(exchange.getRequestURI().getPath()).isEqualTo("/api/v1/models/flight-delay/versions/2");
                FakeServer.respond(exchange, 200, VERSION);
                return true;
            });
            try (Tidewatch tidewatch = server.client().validation(true).build()) {
                await(asked);
                // The server has not answered, and nobody waits for it.
                assertThat(tidewatch.validate(fitting().build())).isEqualTo(new Validation(false, List.of()));
                release.countDown();
                // One thread fetches and delivers: when this is delivered, the schema is there.
                tidewatch.record(fitting());
                assertThat(tidewatch.flush(LONG).complete()).isTrue();

                assertThat(tidewatch.validate(fitting().build())).isEqualTo(new Validation(true, List.of()));
                Validation failed = tidewatch.validate(Prediction.builder().build());
                assertThat(failed.checked()).isTrue();
                assertThat(failed.passed()).isFalse();
                assertThat(tidewatch.stats().recorded()).isEqualTo(1);
            }
        }
    }

    @Test
    void fetchesTheSchemaOfAnotherVersionWhenItIsMet() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        try (FakeServer server = new FakeServer()) {
            server.answer(exchange -> {
                if (!exchange.getRequestMethod().equals("GET")) {
                    return false;
                }
                fetched.incrementAndGet();
                FakeServer.respond(exchange, 200, VERSION);
                return true;
            });
            try (Tidewatch tidewatch = server.client().validation(true).build()) {
                Prediction other = fitting().version("3").build();
                assertThat(tidewatch.validate(other).checked()).isFalse();
                for (int i = 0; i < 3; i++) {
                    tidewatch.record(fitting());
                    tidewatch.flush(LONG);
                }
                assertThat(tidewatch.validate(other).checked()).isTrue();
                assertThat(fetched).hasValue(2);
            }
        }
    }

    @Test
    void goesWithoutIfTheServerDoesNotTell() throws Exception {
        try (FakeServer server = new FakeServer()) {
            server.answer(exchange -> {
                if (!exchange.getRequestMethod().equals("GET")) {
                    return false;
                }
                FakeServer.respond(exchange, 403, "{\"code\":\"forbidden\"}");
                return true;
            });
            try (Tidewatch tidewatch = server.client().validation(true).build()) {
                tidewatch.record(fitting());
                assertThat(tidewatch.flush(LONG).delivered()).isEqualTo(1);
                Validation validation = tidewatch.validate(Prediction.builder().build());

                assertThat(validation.checked()).isFalse();
                assertThat(validation.passed()).isTrue();
                assertThat(tidewatch.validate(null).checked()).isFalse();
            }
        }
    }

    @Test
    void asksForNothingUnlessItIsOn() throws Exception {
        try (FakeServer server = new FakeServer();
                Tidewatch tidewatch = server.client().build()) {
            tidewatch.validate(fitting().build());
            tidewatch.flush(LONG);

            assertThat(server.attempts).hasValue(0);
        }
    }

    private static PredictionBuilder fitting() {
        return Prediction.builder()
                .feature("distance", 733.5)
                .feature("stops", 2)
                .feature("delay", 1)
                .feature("origin", "ATL")
                .feature("carrier", "anything")
                .feature("remark", "anything")
                .feature("weekend", true)
                .feature("booked", Instant.EPOCH)
                .feature("route", new double[2])
                .feature("free", new float[9]);
    }

    private static List<Violation> check(PredictionBuilder prediction) throws Exception {
        return VersionSchema.read(JsonReader.readObject(VERSION)).check(prediction.build());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
