package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Certificates are checked, and may be chosen. */
@Timeout(60)
class TlsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private SSLContext trusting;
    private HttpsServer server;

    @BeforeEach
    void startServer() throws Exception {
        trusting = SelfSigned.context(folder);
        server = SelfSigned.server(trusting);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            FakeServer.respond(exchange, 202, "{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void aCertificateNobodyVouchesForGetsNothing() {
        try (Tidewatch tidewatch =
                client().retryDeadline(Duration.ofMillis(300)).build()) {
            tidewatch.record(Prediction.builder().feature("a", 1));

            assertThat(tidewatch.flush(LONG).stats().droppedByReason())
                    .isEqualTo(Map.of(DropReason.RETRY_DEADLINE, 1L));
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void theHostMayVouchForIt() {
        try (Tidewatch tidewatch =
                client().httpClient(http -> http.sslContext(trusting)).build()) {
            tidewatch.record(Prediction.builder().feature("a", 1));

            assertThat(tidewatch.flush(LONG).delivered()).isEqualTo(1);
        }
        assertThat(requests).hasValue(1);
    }

    private TidewatchBuilder client() {
        return Tidewatch.builder()
                .endpoint(URI.create("https://localhost:" + server.getAddress().getPort()))
                .apiKey("tw_test_secret")
                .model("m")
                .version("1");
    }
}
