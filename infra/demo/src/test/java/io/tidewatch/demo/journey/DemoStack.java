package io.tidewatch.demo.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidewatch.demo.DemoRunner;
import io.tidewatch.local.LocalStack;
import io.tidewatch.local.StackFile;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole product with the demo replayed into it; started once for all journeys of a test run and stopped after the last.
 * Test classes get it as a constructor parameter.
 */
final class DemoStack implements AutoCloseable {
    static final String AIRLINE = "demo-airline";
    static final String AIRPORT = "demo-airport";
    /** An organization without a model. */
    static final String EMPTY = "demo-empty";

    static final int FLIGHTS = 30_000;

    private static final long POLL_MILLIS = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LocalStack stack;
    private final JsonNode stackFile;
    private final int shiftDays;

    private DemoStack() throws IOException {
        stack = LocalStack.builder()
                .accounts(Accounts.read(Path.of("accounts.json")))
                .start();
        try {
            Path file = StackFile.write(stack);
            stackFile = JSON.readTree(file.toFile());
            List<String> log = new ArrayList<>();
            int code = DemoRunner.run(
                    List.of("--stack", file.toString(), "--predictions", Integer.toString(FLIGHTS)), log::add);
            if (code != 0) {
                throw new IllegalStateException("The demo failed: " + String.join("\n", log));
            }
            awaitStored();
            shiftDays = JSON.readTree(stack.data().resolve("demo/replay.json").toFile())
                    .path("shiftDays")
                    .asInt();
        } catch (IOException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** What was acknowledged reaches the event store a little later. */
    private void awaitStored() throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(stack.apiUrl().resolve("/q/metrics")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .noneMatch(line -> line.startsWith("tidewatch_ingestion_log_events") && line.endsWith(" 0.0"))) {
                if (new CountDownLatch(1).await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("Nobody counts down");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Address of a page of the web application. */
    String page(String path) {
        return stack.uiUrl() + "/" + path;
    }

    /** REST as a program of that organization and team sees it. */
    Rest rest(String organization, String team) {
        return new Rest(stack.apiUrl(), apiKey(organization, team));
    }

    /** REST as a person sees it with a token that is new. */
    Rest person(String username, String organization) {
        return new Rest(stack.apiUrl(), stack.keycloak().accessToken(username, "demo"), organization);
    }

    /** REST with a secret of an API key. */
    Rest program(String secret) {
        return new Rest(stack.apiUrl(), secret);
    }

    /** Address of the backend. */
    URI apiUrl() {
        return stack.apiUrl();
    }

    /** The key of a program of that organization and team. */
    String apiKey(String organization, String team) {
        for (JsonNode key : stackFile.path("apiKeys")) {
            if (key.path("organization").asText().equals(organization)
                    && key.path("team").asText().equals(team)) {
                return key.path("key").asText();
            }
        }
        throw new IllegalStateException("No API key for " + organization + "/" + team);
    }

    /** When a day of 2001 begins in the replay. */
    Instant dayOf2001(int month, int day) {
        return LocalDate.of(2001, month, day)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(Duration.ofDays(shiftDays));
    }

    /** The three days on which distances are in kilometres. */
    Days faultDays() {
        return new Days(dayOf2001(6, 18), dayOf2001(6, 21));
    }

    @Override
    public void close() {
        stack.close();
    }

    /** A half-open stretch of days. */
    record Days(Instant from, Instant to) {
        /** As the query of a page or of an analysis. */
        String query() {
            return "from=" + from + "&to=" + to;
        }

        Days moved(int days) {
            return new Days(from.plus(Duration.ofDays(days)), to.plus(Duration.ofDays(days)));
        }
    }

    /** Starts the stack for the first class that asks and hands it to all. */
    static final class Shared implements BeforeAllCallback, ParameterResolver {
        private static final Namespace NAMESPACE = Namespace.create(DemoStack.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            get(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == DemoStack.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return get(context);
        }

        private static DemoStack get(ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(DemoStack.class, key -> start(), DemoStack.class);
        }

        private static DemoStack start() {
            try {
                return new DemoStack();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
