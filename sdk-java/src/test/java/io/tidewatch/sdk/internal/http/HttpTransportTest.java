package io.tidewatch.sdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpTransportTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private HttpServer server;
    private volatile Map<String, List<String>> headers;
    private volatile byte[] received;
    private volatile String path;
    private volatile int answerBytes = 2;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile boolean hold;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", exchange -> {
            headers = Map.copyOf(exchange.getRequestHeaders());
            path = exchange.getRequestURI().toString();
            received = exchange.getRequestBody().readAllBytes();
            arrived.countDown();
            if (hold) {
                awaitRelease();
            }
            exchange.getResponseHeaders().add("Retry-After", "7");
            exchange.sendResponseHeaders(202, answerBytes);
            exchange.getResponseBody().write("x".repeat(answerBytes).getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.stop(0);
    }

    @Test
    void sendsKeyPathAndBody() throws Exception {
        try (Transport transport = transport("/prefix/")) {
            Answer answer = transport.send(
                    Request.post("models/m/predictions", "{}".getBytes(StandardCharsets.UTF_8), true), LONG);

            assertThat(answer).isEqualTo(new Answer(202, "xx", false, "7"));
            assertThat(path).isEqualTo("/prefix/api/v1/models/m/predictions");
            assertThat(headers.get("Authorization")).containsExactly("Bearer tw_key");
            assertThat(headers.get("User-agent").get(0)).startsWith("tidewatch-java/");
            assertThat(headers.get("Content-type")).containsExactly("application/json");
            // Too small to be worth it.
            assertThat(headers).doesNotContainKey("Content-encoding");
            assertThat(received).asString(StandardCharsets.UTF_8).isEqualTo("{}");
        }
    }

    @Test
    void compressesWhatIsWorthIt() throws Exception {
        byte[] body = "{\"feature\":1}".repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (Transport transport = transport("")) {
            transport.send(Request.post("x", body, true), LONG);
        }
        assertThat(headers.get("Content-encoding")).containsExactly("gzip");
        assertThat(received.length).isLessThan(body.length / 10);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(received))) {
            assertThat(in.readAllBytes()).isEqualTo(body);
        }
    }

    @Test
    void holdsNoMoreThanItsLimit() throws Exception {
        try (Transport transport = transport("")) {
            answerBytes = HttpTransport.MAX_ANSWER_BYTES;
            assertThat(transport.send(Request.get("x"), LONG).body()).hasSize(HttpTransport.MAX_ANSWER_BYTES);

            answerBytes = HttpTransport.MAX_ANSWER_BYTES + 1;
            assertThat(transport.send(Request.get("x"), LONG)).isEqualTo(new Answer(202, "", true, "7"));
        }
    }

    @Test
    void closingEndsTheExchangeUnderWay() throws Exception {
        hold = true;
        Transport transport = transport("");
        Thread closer = new Thread(() -> {
            try {
                assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            transport.close();
        });
        closer.start();

        assertThatThrownBy(() -> transport.send(Request.get("x"), LONG)).isInstanceOf(IOException.class);
        closer.join();
        assertThatThrownBy(() -> transport.send(Request.get("x"), LONG))
                .isInstanceOf(IOException.class)
                .hasMessage("the client is closed");
    }

    @Test
    void theHostCannotTurnRedirectsOn() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (Transport transport =
                new HttpTransport(address, "tw_key", LONG, http -> http.followRedirects(HttpClient.Redirect.ALWAYS))) {
            server.removeContext("/");
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            });
            assertThat(transport.send(Request.get("x"), LONG).status()).isEqualTo(302);
        }
    }

    private Transport transport(String prefix) {
        return new HttpTransport(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + prefix), "tw_key", LONG, http -> {});
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
