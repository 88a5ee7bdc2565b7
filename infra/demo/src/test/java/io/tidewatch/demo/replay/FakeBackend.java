package io.tidewatch.demo.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tidewatch.demo.stack.StackConnection;
import io.tidewatch.demo.stack.StackConnection.ApiKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** Takes what the replay sends over real HTTP and remembers it; counts an id once, as the real backend does. */
final class FakeBackend implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ALL_SCOPES = List.of("ingest", "read", "manage");

    private final HttpServer server;
    private final Set<String> resources = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, JsonNode>> predictions = new ConcurrentHashMap<>();
    private final Map<String, Map<String, JsonNode>> groundTruths = new ConcurrentHashMap<>();
    private final List<String> arrivals = new ArrayList<>();
    private final AtomicLong received = new AtomicLong();
    private volatile long refuseAfter = Long.MAX_VALUE;

    FakeBackend() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    StackConnection connection() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new StackConnection(
                address,
                address,
                List.of(
                        new ApiKey("demo-airline", "delays", "tw_a_a", ALL_SCOPES),
                        new ApiKey("demo-airline", "network", "tw_b_b", ALL_SCOPES),
                        new ApiKey("demo-airport", "operations", "tw_c_c", ALL_SCOPES)));
    }

    /** Stored predictions of a model by id. */
    Map<String, JsonNode> predictions(String model) {
        return predictions.getOrDefault(model, Map.of());
    }

    /** Stored outcomes of a model by prediction id. */
    Map<String, JsonNode> groundTruths(String model) {
        return groundTruths.getOrDefault(model, Map.of());
    }

    /** Paths of everything that was created, in any order. */
    Set<String> resources() {
        return new HashSet<>(resources);
    }

    /** For one model: {@code P id} and {@code T id} in order of arrival, repeats included. */
    List<String> arrivals(String model) {
        synchronized (arrivals) {
            return arrivals.stream()
                    .filter(line -> line.startsWith(model + " "))
                    .map(line -> line.substring(model.length() + 1))
                    .toList();
        }
    }

    /** Events received since the start, repeats included. */
    long received() {
        return received.get();
    }

    /** From then on every ingestion is refused for good. */
    void refuseAfter(long events) {
        refuseAfter = events;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().replaceFirst("^/api/v1/", "");
            boolean post = exchange.getRequestMethod().equals("POST");
            if (post && path.endsWith("/predictions")) {
                ingest(exchange, path, "predictions", predictions, "P");
            } else if (post && path.endsWith("/ground-truth")) {
                ingest(exchange, path, "groundTruth", groundTruths, "T");
            } else if (path.endsWith("/volume")) {
                answer(exchange, 200, Map.of("total", predictions(modelOf(path)).size()));
            } else if (post) {
                create(exchange, path);
            } else {
                answer(exchange, resources.contains(path) ? 200 : 404, Map.of("code", "model-not-found"));
            }
        }
    }

    private void create(HttpExchange exchange, String path) throws IOException {
        JsonNode body = body(exchange);
        // A run has a version, too, but goes by its name.
        String name = path.endsWith("/runs")
                ? body.path("name").asText()
                : body.path("key")
                        .asText(body.path("version").asText(body.path("name").asText()));
        resources.add(path + "/" + name);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", name);
        answer.put("name", name);
        answer.put("predictionCount", predictions(modelOf(path)).size());
        answer(exchange, 201, answer);
    }

    private void ingest(
            HttpExchange exchange, String path, String list, Map<String, Map<String, JsonNode>> store, String letter)
            throws IOException {
        JsonNode body = body(exchange);
        List<JsonNode> events = new ArrayList<>();
        body.withArray(list).forEach(events::add);
        if (received.addAndGet(events.size()) > refuseAfter) {
            answer(exchange, 422, Map.of("code", "validation-failed"));
            return;
        }
        String model = modelOf(path);
        long duplicates = 0;
        synchronized (arrivals) {
            for (JsonNode event : events) {
                String id = event.path("predictionId").asText();
                arrivals.add(model + " " + letter + " " + id);
                JsonNode earlier = store.computeIfAbsent(model, key -> new ConcurrentHashMap<>())
                        .put(id, event);
                duplicates += earlier == null ? 0 : 1;
            }
        }
        answer(
                exchange,
                202,
                Map.of("accepted", events.size() - duplicates, "duplicates", duplicates, "rejected", List.of()));
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return JSON.readTree(gzip ? new GZIPInputStream(in) : in);
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String modelOf(String path) {
        String[] parts = path.split("/", -1);
        return parts.length > 1 ? parts[1] : "";
    }
}
