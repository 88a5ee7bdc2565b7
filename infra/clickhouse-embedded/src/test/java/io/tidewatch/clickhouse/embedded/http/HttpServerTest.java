package io.tidewatch.clickhouse.embedded.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class HttpServerTest {

    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    void tellsTheHandlerThatTheClientHasLeft() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        CountDownLatch answering = new CountDownLatch(1);
        try (HttpServer server = HttpServer.start(0, (request, response) -> {
            response.onDisconnect(left::countDown);
            answering.countDown();
            awaitQuietly(left);
        })) {
            try (Socket client = connect(server)) {
                send(client, GET);
                answering.await();
                assertThat(left.getCount()).isEqualTo(1);
            }
            assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aRequestThatComesEarlyIsNoDisconnect() throws Exception {
        CompletableFuture<Boolean> left = new CompletableFuture<>();
        CountDownLatch secondSent = new CountDownLatch(1);
        try (HttpServer server = HttpServer.start(0, (request, response) -> {
                    if (request.path().equals("/one")) {
                        response.onDisconnect(() -> left.complete(true));
                        awaitQuietly(secondSent);
                    }
                    response.sendText(200, request.path());
                });
                Socket client = connect(server)) {
            send(client, "GET /one HTTP/1.1\r\nHost: localhost\r\n\r\n");
            send(client, "GET /two HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            secondSent.countDown();
            assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
                    .containsSubsequence("\r\n\r\n/one", "\r\n\r\n/two");
            assertThat(left).isNotDone();
        }
    }

    @Test
    void closesAConnectionWhoseClientDoesNotRead() throws Exception {
        CompletableFuture<IOException> failure = new CompletableFuture<>();
        try (HttpServer server = HttpServer.start(
                        0,
                        (request, response) -> {
                            byte[] block = new byte[1024 * 1024];
                            try (OutputStream out = response.stream(200)) {
                                while (true) {
                                    out.write(block);
                                }
                            } catch (IOException e) {
                                failure.complete(e);
                                throw e;
                            }
                        },
                        Duration.ofMillis(300));
                Socket client = connect(server)) {
            send(client, GET);
            assertThat(failure.get(5, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void anAnswerThatIsNotClosedIsNotComplete() throws Exception {
        try (HttpServer server = HttpServer.start(0, (request, response) -> {
                    OutputStream out = response.stream(200);
                    out.write("half".getBytes(UTF_8));
                    out.flush();
                    throw new IOException("broken");
                });
                Socket client = connect(server)) {
            send(client, GET);
            assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
                    .endsWith("4\r\nhalf\r\n");
        }
    }

    @Test
    void saysThatABodyMayBeSent() throws Exception {
        try (HttpServer server = HttpServer.start(
                        0,
                        (request, response) ->
                                response.sendText(200, new String(request.body().readAllBytes(), UTF_8)));
                Socket client = connect(server)) {
            send(
                    client,
                    "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\nConnection: close\r\n\r\n");
            assertThat(client.getInputStream().readNBytes(25))
                    .asString(US_ASCII)
                    .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            send(client, "body");
            assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
                    .endsWith("\r\n\r\nbody");
        }
    }

    @Test
    void headersCannotBeSmuggledIn() throws Exception {
        try (HttpServer server = HttpServer.start(0, (request, response) -> {
                    response.header("X-Id", "a\r\nX-Evil: b");
                    response.sendText(200, "");
                });
                Socket client = connect(server)) {
            send(client, "GET / HTTP/1.0\r\nHost: x\r\n\r\n");
            assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
                    .contains("X-Id: a  X-Evil: b\r\n");
        }
    }

    private static Socket connect(HttpServer server) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
