package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever the other side does, the host goes on: every call of {@code record} returns while the server is still at it, memory
 * stays within its bounds, and after {@code close} nothing is left.
 */
@Timeout(60)
class HostileServerTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int MANY = 20_000;

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        if (Runtime.version().feature() < 21) {
            // The JDK's client could not be closed then; its thread goes when the client is found to be garbage.
            System.gc();
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            String name = thread.getName();
            if (name.startsWith("tidewatch-") || name.startsWith("HttpClient-")) {
                assertThat(thread.isDaemon()).isTrue();
                thread.join(10_000);
                assertThat(thread.isAlive()).as(name).isFalse();
            }
        }
    }

    @Test
    void absentAtStart() throws IOException {
        int port = freePort();
        AtomicInteger retries = new AtomicInteger();
        CountDownLatch retried = new CountDownLatch(1);
        Tidewatch tidewatch = client(URI.create("http://127.0.0.1:" + port))
                .retryDeadline(LONG)
                .listener(new DeliveryListener() {
                    @Override
                    public void onRetry(String cause) {
                        retries.incrementAndGet();
                        retried.countDown();
                    }
                })
                .build();
        String id = tidewatch.record(Prediction.builder().feature("a", 1));
        await(retried);

        try (FakeServer server = new FakeServer(port)) {
            FlushResult result = tidewatch.flush(LONG);
            assertThat(result.complete()).isTrue();
            assertThat(server.predictionIds()).containsExactly(id);
        }
        tidewatch.close();
        assertThat(retries.get()).isPositive();
    }

    @Test
    void refusingConnections() throws IOException {
        try (Tidewatch tidewatch = client(URI.create("http://127.0.0.1:" + freePort()))
                .batchSize(1024)
                .retryDeadline(SHORT)
                .build()) {
            recordMany(tidewatch);
            FlushResult result = tidewatch.flush(LONG);

            assertThat(result.complete()).isTrue();
            assertThat(result.stats().droppedByReason())
                    .containsKey(DropReason.RETRY_DEADLINE)
                    .containsKey(DropReason.QUEUE_FULL);
            assertThat(result.dropped()).isEqualTo(MANY);
        }
    }

    @Test
    void hanging() throws Exception {
        try (HostileServer server = new HostileServer((socket, self) -> {
            HostileServer.readRequest(socket);
            self.ended.await();
        })) {
            Tidewatch tidewatch = client(server.url()).requestTimeout(LONG).build();
            tidewatch.record(Prediction.builder().feature("a", 1));
            await(server.reached);

            // The server has the request and does not answer: the host goes on all the same.
            recordMany(tidewatch);
            DeliveryStats stats = tidewatch.stats();
            assertThat(stats.delivered()).isZero();
            assertThat(stats.pending()).isLessThanOrEqualTo(1024 + 100);
            assertThat(stats.dropped(DropReason.QUEUE_FULL)).isEqualTo(MANY + 1 - stats.pending());

            long start = System.nanoTime();
            FlushResult result = tidewatch.close(SHORT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(result.complete()).isFalse();
            assertThat(result.pending()).isZero();
            assertThat(result.dropped()).isEqualTo(MANY + 1);
        }
    }

    @Test
    void hangingIsGivenUpAfterTheRequestTimeout() throws Exception {
        try (HostileServer server = new HostileServer((socket, self) -> {
                    HostileServer.readRequest(socket);
                    self.ended.await();
                });
                Tidewatch tidewatch = client(server.url())
                        .requestTimeout(Duration.ofMillis(50))
                        .retryDeadline(SHORT)
                        .build()) {
            tidewatch.record(Prediction.builder().feature("a", 1));

            assertThat(tidewatch.flush(LONG).stats().droppedByReason())
                    .isEqualTo(Map.of(DropReason.RETRY_DEADLINE, 1L));
        }
    }

    @Test
    void hangingInTheMiddleOfTheAnswer() throws Exception {
        try (HostileServer server = new HostileServer((socket, self) -> {
                    HostileServer.readRequest(socket);
                    HostileServer.write(socket, "HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{\"accepted\":");
                    self.ended.await();
                });
                Tidewatch tidewatch = client(server.url())
                        .requestTimeout(Duration.ofMillis(50))
                        .retryDeadline(SHORT)
                        .build()) {
            tidewatch.record(Prediction.builder().feature("a", 1));

            assertThat(tidewatch.flush(LONG).stats().droppedByReason())
                    .isEqualTo(Map.of(DropReason.RETRY_DEADLINE, 1L));
        }
    }

    @Test
    void answering500() throws Exception {
        lost("500 Internal Server Error", "", DropReason.SERVER_ERROR);
    }

    @Test
    void redirecting() throws Exception {
        AtomicInteger followed = new AtomicInteger();
        try (FakeServer elsewhere = new FakeServer()) {
            elsewhere.answer(exchange -> {
                followed.incrementAndGet();
                return false;
            });
            lost("307 Temporary Redirect", "Location: " + elsewhere.url() + "/\r\n", DropReason.REJECTED_BY_SERVER);
        }
        assertThat(followed).hasValue(0);
    }

    private void lost(String status, String header, DropReason reason) throws Exception {
        try (HostileServer server = new HostileServer((socket, self) -> {
                    HostileServer.readRequest(socket);
                    HostileServer.write(socket, "HTTP/1.1 " + status + "\r\n" + header + "Content-Length: 0\r\n\r\n");
                });
                Tidewatch tidewatch = client(server.url()).build()) {
            tidewatch.record(Prediction.builder().feature("a", 1));

            assertThat(tidewatch.flush(LONG).stats().droppedByReason()).isEqualTo(Map.of(reason, 1L));
        }
    }

    @Test
    void askingForTimeWith429() throws Exception {
        try (FakeServer server = new FakeServer()) {
            AtomicInteger asked = new AtomicInteger();
            server.answer(exchange -> {
                if (asked.getAndIncrement() > 0) {
                    return false;
                }
                exchange.getResponseHeaders().add("Retry-After", "1");
                FakeServer.respond(exchange, 429, "");
                return true;
            });
            try (Tidewatch tidewatch = server.client().build()) {
                long start = System.nanoTime();
                String id = tidewatch.record(Prediction.builder().feature("a", 1));

                assertThat(tidewatch.flush(LONG).complete()).isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
                assertThat(server.predictionIds()).containsExactly(id);
                assertThat(asked).hasValue(2);
            }
        }
    }

    @Test
    void slow() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (FakeServer server = new FakeServer()) {
            server.answer(exchange -> {
                await(release);
                return false;
            });
            try (Tidewatch tidewatch = server.client().batchSize(64).build()) {
                for (int i = 0; i < 1_000; i++) {
                    tidewatch.record(Prediction.builder().feature("a", i));
                }
                // All calls have returned before the first answer was sent.
                assertThat(tidewatch.stats().delivered()).isZero();
                release.countDown();

                assertThat(tidewatch.flush(LONG).delivered()).isEqualTo(1_000);
            }
        }
    }

    @Test
    void answeringMoreThanAnybodyWantsToRead() throws Exception {
        byte[] chunk = new byte[64 * 1024];
        Arrays.fill(chunk, (byte) 'x');
        AtomicInteger endless = new AtomicInteger();
        try (HostileServer server = new HostileServer((socket, self) -> {
                    HostileServer.readRequest(socket);
                    HostileServer.write(socket, "HTTP/1.1 202 Accepted\r\nContent-Length: 99999999999\r\n\r\n");
                    while (true) {
                        socket.getOutputStream().write(chunk);
                        endless.incrementAndGet();
                    }
                });
                Tidewatch tidewatch = client(server.url()).retryDeadline(SHORT).build()) {
            tidewatch.record(Prediction.builder().feature("a", 1));

            assertThat(tidewatch.flush(LONG).stats().droppedByReason())
                    .isEqualTo(Map.of(DropReason.RETRY_DEADLINE, 1L));
            assertThat(endless.get()).isPositive();
        }
    }

    @Test
    void closingInTheMiddleOfTheAnswer() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (HostileServer server = new HostileServer((socket, self) -> {
                    HostileServer.readRequest(socket);
                    String answer = "{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}";
                    String sent = attempts.getAndIncrement() == 0 ? answer.substring(0, 10) : answer;
                    HostileServer.write(
                            socket,
                            "HTTP/1.1 202 Accepted\r\nConnection: close\r\nContent-Length: " + answer.length()
                                    + "\r\n\r\n" + sent);
                });
                Tidewatch tidewatch = client(server.url()).retryDeadline(LONG).build()) {
            tidewatch.record(Prediction.builder().feature("a", 1));

            assertThat(tidewatch.flush(LONG).delivered()).isEqualTo(1);
            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    void answeringGarbage() throws Exception {
        try (HostileServer server = new HostileServer((socket, self) -> {
                    HostileServer.readRequest(socket);
                    HostileServer.write(socket, "\u0000\u0001 not HTTP at all\r\n\r\n");
                });
                Tidewatch tidewatch = client(server.url()).retryDeadline(SHORT).build()) {
            tidewatch.record(Prediction.builder().feature("a", 1));

            assertThat(tidewatch.flush(LONG).stats().droppedByReason())
                    .isEqualTo(Map.of(DropReason.RETRY_DEADLINE, 1L));
        }
    }

    @Test
    void refusingCompression() throws Exception {
        try (FakeServer server = new FakeServer()) {
            server.answer(HostileServerTest::refuseGzip);
            try (Tidewatch tidewatch = server.client().build()) {
                for (int i = 0; i < 100; i++) {
                    tidewatch.record(Prediction.builder().feature("a", i));
                }
                assertThat(tidewatch.flush(LONG).delivered()).isEqualTo(100);
                assertThat(server.requests).noneMatch(FakeServer.Received::gzip);
            }
        }
    }

    private static boolean refuseGzip(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().containsKey("Content-Encoding")) {
            FakeServer.respond(exchange, 415, "");
            return true;
        }
        return false;
    }

    @Test
    void anInterruptOfTheHostsThreadIsNeitherLostNorHarmful() throws Exception {
        try (FakeServer server = new FakeServer();
                Tidewatch tidewatch = server.client().build()) {
            Thread.currentThread().interrupt();
            String id = tidewatch.record(Prediction.builder().feature("a", 1));
            FlushResult interrupted = tidewatch.flush(LONG);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(interrupted.stats().recorded()).isEqualTo(1);

            assertThat(tidewatch.flush(LONG).complete()).isTrue();
            assertThat(server.predictionIds()).containsExactly(id);
        }
    }

    @Test
    void anInterruptOfTheDeliveryThreadCostsNothingButAnAttempt() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (FakeServer server = new FakeServer()) {
            server.answer(exchange -> {
                asked.countDown();
                await(release);
                return false;
            });
            try (Tidewatch tidewatch = server.client().build()) {
                tidewatch.record(Prediction.builder().feature("a", 1));
                await(asked);
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("tidewatch-flight-delay"))
                        .forEach(Thread::interrupt);
                release.countDown();

                FlushResult result = tidewatch.flush(LONG);
                assertThat(result.delivered()).isEqualTo(1);
                assertThat(server.predictionIds()).hasSize(1);
            }
        }
    }

    private static TidewatchBuilder client(URI endpoint) {
        return Tidewatch.builder()
                .endpoint(endpoint)
                .apiKey("tw_test_secret")
                .model("flight-delay")
                .version("2")
                .queueCapacity(1024)
                .batchSize(100)
                .flushInterval(Duration.ofMillis(20));
    }

    private static void recordMany(Tidewatch tidewatch) {
        for (int i = 0; i < MANY; i++) {
            tidewatch.record(Prediction.builder().feature("a", i));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
