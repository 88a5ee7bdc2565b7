package io.tidewatch.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tidewatch.local.Applications;
import io.tidewatch.local.LocalStack;
import io.tidewatch.local.LocalStackBuilder;
import io.tidewatch.local.Part;
import io.tidewatch.local.StackListener;
import io.tidewatch.local.accounts.Accounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Backend, PostgreSQL and engine, as an organization with one team and one API key sees them; there is another one. */
public class Product implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TEAM = "load";
    private static final String ORGANIZATION = "load";
    private static final String NEIGHBOUR = "neighbour";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final LocalStack stack;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Product(LocalStack stack, String organization) {
        this.stack = stack;
        this.token = stack.apiKeys().stream()
                .filter(key -> key.organization().equals(organization))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** The same product as another organization sees it; to be closed before this one is. */
    public Product asNeighbour() {
        return new Product(stack, NEIGHBOUR) {
            @Override
            public void close() {
                closeClient();
            }
        };
    }

    /**
     * Starts it in a temporary folder.
     *
     * @param settings environment variables of the backend
     */
    public static Product start(Map<String, String> settings) {
        return start(settings, StackListener.SILENT);
    }

    /**
     * Starts it in a temporary folder.
     *
     * @param settings environment variables of the backend
     * @param listener hears which port a part got, before those start that need it
     */
    public static Product start(Map<String, String> settings, StackListener listener) {
        LocalStackBuilder builder = LocalStack.builder()
                .with(Part.POSTGRES, Part.CLICKHOUSE, Part.BACKEND)
                .accounts(accounts())
                .listener(listener)
                // Only API keys are used, so that no identity provider has to run.
                .backendSetting("QUARKUS_OIDC_DISCOVERY_ENABLED", "false")
                .backendSetting("QUARKUS_OIDC_JWKS_PATH", "/keys")
                .backendSetting("QUARKUS_OIDC_JWKS_RESOLVE_EARLY", "false");
        String assembled = System.getProperty("tidewatch.applications");
        if (assembled != null) {
            builder.applications(Applications.assembledIn(Path.of(assembled)));
        }
        settings.forEach(builder::backendSetting);
        return new Product(builder.start(), ORGANIZATION);
    }

    private static Accounts accounts() {
        Accounts.ApiKey key = new Accounts.ApiKey("load", TEAM, List.of("ingest", "read", "manage"));
        return new Accounts(
                Stream.of(ORGANIZATION, NEIGHBOUR)
                        .map(organization -> new Accounts.Organization(
                                organization,
                                organization,
                                false,
                                List.of(new Accounts.Team(TEAM, "Load")),
                                List.of(),
                                List.of(key)))
                        .toList(),
                List.of());
    }

    /** The running processes. */
    public LocalStack stack() {
        return stack;
    }

    /** What the engine holds. */
    public Engine engine() {
        return new Engine(stack.clickHouse().url());
    }

    /** Where the backend keeps its log. */
    public Path log() {
        return stack.data().resolve("backend").resolve("log");
    }

    /** Registers a regression model whose version 1 has these float64 features. */
    public void registerModel(String model, List<String> features) {
        require(post("/models", Map.of("key", model, "name", model, "task", "regression", "team", TEAM)));
        require(post(
                "/models/" + model + "/versions",
                Map.of(
                        "version",
                        "1",
                        "schema",
                        Map.of(
                                "features",
                                features.stream()
                                        .map(name -> Map.of("name", name, "type", "float64"))
                                        .toList()),
                        "output",
                        Map.of())));
    }

    /** Id of a model, as stored with its events. */
    public String modelId(String model) {
        try {
            return get("/models/" + model).body().path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pins a baseline of everything from this time on. */
    public void pinBaseline(String model, Instant from) {
        require(post(
                "/models/" + model + "/baselines",
                Map.of("from", from.toString(), "to", Instant.now().toString())));
    }

    private static void require(Reply reply) {
        if (reply.status() != 201) {
            throw new IllegalStateException("The backend answers " + reply.status() + ": " + reply.body());
        }
    }

    private Reply post(String path, Map<String, Object> body) {
        try {
            return send(path, JSON.writeValueAsBytes(body), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a body.
     *
     * @throws IOException if there is no answer
     */
    public Reply send(String path, byte[] body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = request(URI.create(stack.apiUrl() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return reply(exchange(request.build()));
    }

    /**
     * Reads.
     *
     * @throws IOException if there is no answer
     */
    public Reply get(String path) throws IOException {
        return reply(exchange(request(URI.create(stack.apiUrl() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .build()));
    }

    private static Reply reply(HttpResponse<String> response) {
        return new Reply(
                response.statusCode(),
                json(response.body()),
                response.headers().firstValueAsLong("Retry-After").orElse(0),
                response.headers().firstValue("Preference-Applied").isPresent());
    }

    /** Sum of the backend's metrics whose names, labels included, begin like this. */
    public double metric(String name) throws IOException {
        String text = exchange(
                        request(URI.create(stack.apiUrl() + "/q/metrics")).build())
                .body();
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    void closeClient() {
        http.close();
    }

    @Override
    public void close() {
        closeClient();
        stack.close();
    }
}
