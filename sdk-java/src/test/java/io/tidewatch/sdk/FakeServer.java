package io.tidewatch.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tidewatch.sdk.internal.json.JsonObject;
import io.tidewatch.sdk.internal.json.JsonReader;
import io.tidewatch.sdk.internal.json.JsonSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/** A well-behaved ingestion server on the loopback address, whose answers a test can replace. */
final class FakeServer implements AutoCloseable {

    /** What to answer instead of taking the events. */
    interface Answer {
        /** Writes an answer, or returns false to let the server take the events. */
        boolean answer(HttpExchange exchange) throws IOException;
    }

    record Received(String path, String authorization, boolean gzip, List<JsonObject> events) {}

    final List<Received> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger attempts = new AtomicInteger();
    private final Set<String> ids = new LinkedHashSet<>();
    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fake-server");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Answer override = exchange -> false;

    FakeServer() throws IOException {
        this(0);
    }

    FakeServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        server.createContext("/", this::handle);
        server.setExecutor(executor);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int port() {
        return server.getAddress().getPort();
    }

    void answer(Answer answer) {
        override = answer;
    }

    TidewatchBuilder client() {
        return Tidewatch.builder()
                .endpoint(url())
                .apiKey("tw_test_secret")
                .model("flight-delay")
                .version("2");
    }

    /** Ids of all predictions taken, in the order of their first arrival. */
    synchronized List<String> predictionIds() {
        return new ArrayList<>(ids);
    }

    List<JsonObject> events(String resource) {
        return requests.stream()
                .filter(request -> request.path().endsWith("/" + resource))
                .flatMap(request -> request.events().stream())
                .toList();
    }

    static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        attempts.incrementAndGet();
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        byte[] raw = exchange.getRequestBody().readAllBytes();
        if (override.answer(exchange)) {
            return;
        }
        try {
            JsonObject body = JsonReader.readObject(text(raw, gzip));
            List<JsonObject> events = new ArrayList<>(body.objects("predictions"));
            events.addAll(body.objects("groundTruth"));
            int duplicates = take(exchange, gzip, events);
            respond(
                    exchange,
                    202,
                    "{\"accepted\":" + events.size() + ",\"duplicates\":" + duplicates + ",\"rejected\":[]}");
        } catch (JsonSyntaxException e) {
            respond(exchange, 400, "{\"code\":\"malformed-json\"}");
        }
    }

    private synchronized int take(HttpExchange exchange, boolean gzip, List<JsonObject> events) {
        String path = exchange.getRequestURI().getRawPath();
        requests.add(new Received(path, exchange.getRequestHeaders().getFirst("Authorization"), gzip, events));
        int duplicates = 0;
        if (path.endsWith("/predictions")) {
            for (JsonObject event : events) {
                duplicates += ids.add(event.string("predictionId", "")) ? 0 : 1;
            }
        }
        return duplicates;
    }

    private static String text(byte[] raw, boolean gzip) throws IOException {
        if (!gzip) {
            return new String(raw, StandardCharsets.UTF_8);
        }
        try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(raw))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
