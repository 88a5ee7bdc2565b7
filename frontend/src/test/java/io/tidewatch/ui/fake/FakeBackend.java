package io.tidewatch.ui.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP server that answers like the backend: routes by method and path template, problem details for all else. */
public final class FakeBackend implements AutoCloseable {

    /** Answers one request with a body to write as JSON, or throws {@link Refusal}. */
    @FunctionalInterface
    public interface Handler {
        /** The body; null for an empty answer. */
        @Nullable
        Object handle(Request request);
    }

    /** A request as handlers see it. */
    public record Request(
            String method,
            String path,
            List<String> segments,
            Map<String, String> query,
            Map<String, String> headers,
            String body) {

        /** A segment of the path filled in by the template's holes, by position. */
        public String segment(int index) {
            return segments.get(index);
        }
    }

    /** A problem answer. */
    public static final class Refusal extends RuntimeException {
        private final int status;
        private final transient Map<String, Object> problem = new LinkedHashMap<>();

        /** A problem with this status and code. */
        public Refusal(int status, String code, String detail) {
            super(detail);
            this.status = status;
            problem.put("type", "https://tidewatch.io/docs/errors#" + code);
            problem.put("title", code.replace('-', ' '));
            problem.put("status", status);
            problem.put("detail", detail);
            problem.put("code", code);
            problem.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        }

        /** Adds a refused field. */
        public Refusal violation(String field, String message) {
            @SuppressWarnings("unchecked")
            List<Object> violations = (List<Object>) problem.computeIfAbsent("violations", key -> new ArrayList<>());
            violations.add(Map.of("field", field, "code", "invalid", "message", message));
            return this;
        }
    }

    private record Route(String method, List<String> template, Handler handler) {}

    private final HttpServer server;
    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final JsonMapper json = JsonMapper.shared();

    /** A server without routes on a free port, or on this one. */
    public FakeBackend(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1", this::answer);
        server.start();
    }

    /** Adds or replaces a route; {@code {}} in the template takes any one segment. The newest matching route answers. */
    public FakeBackend on(String method, String template, Handler handler) {
        routes.addFirst(new Route(method, List.of(template.split("/", -1)), handler));
        return this;
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was asked so far. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath().substring("/api/v1".length());
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = path.split("/", -1);
            for (Route route : routes) {
                List<String> segments = match(route, exchange.getRequestMethod(), parts);
                if (segments != null) {
                    Request request = new Request(
                            exchange.getRequestMethod(),
                            path,
                            segments,
                            query(exchange.getRequestURI().getRawQuery()),
                            headers,
                            body);
                    requests.add(request);
                    answer(exchange, route, request);
                    return;
                }
            }
            write(
                    exchange,
                    404,
                    new Refusal(404, "not-found", "Nothing at this address").problem,
                    "application/problem+json");
        }
    }

    private void answer(HttpExchange exchange, Route route, Request request) throws IOException {
        try {
            Object body = route.handler().handle(request);
            write(exchange, body == null ? 204 : 200, body, "application/json");
        } catch (Refusal refusal) {
            write(exchange, refusal.status, refusal.problem, "application/problem+json");
        } catch (RuntimeException defect) {
            defect.printStackTrace();
            write(exchange, 500, new Refusal(500, "internal", defect.toString()).problem, "application/problem+json");
        }
    }

    private void write(HttpExchange exchange, int status, @Nullable Object body, String type) throws IOException {
        byte[] bytes = body == null ? new byte[0] : body instanceof byte[] raw ? raw : json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static @Nullable List<String> match(Route route, String method, String[] parts) {
        if (!route.method().equals(method) || route.template().size() != parts.length) {
            return null;
        }
        List<String> segments = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (route.template().get(i).equals("{}")) {
                segments.add(decode(parts[i]));
            } else if (!route.template().get(i).equals(parts[i])) {
                return null;
            }
        }
        return segments;
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
