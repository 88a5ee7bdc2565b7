package io.tidewatch.ui.client;

import com.vaadin.flow.server.VaadinSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests to the backend and reads its answers. Calls block and belong on virtual threads: a call while the Vaadin
 * session is locked would freeze the page (and can deadlock with the push connection), so it is refused. Interrupting the
 * calling thread cancels the request.
 */
@ApplicationScoped
public class Backend {

    private static final String API = "/api/v1";
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(5);

    private final HttpClient http;
    private final JsonMapper json;
    private final URI base;
    private final URI publicBase;
    private final Duration timeout;

    /** A door to the configured backend. */
    public Backend(BackendConfig config) {
        this.base = config.url();
        this.publicBase = config.publicUrl();
        this.timeout = config.requestTimeout();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /** Where programs of customers reach the backend, without {@code /api/v1}. */
    public URI publicUrl() {
        return publicBase;
    }

    <T> T get(Caller caller, Query query, Class<T> type) {
        return read(send(request(caller, query).GET(), true), type);
    }

    <T> T get(Caller caller, Query query, TypeReference<T> type) {
        try {
            return json.readValue(send(request(caller, query).GET(), true), type);
        } catch (JacksonException unreadable) {
            throw unreadable(unreadable);
        }
    }

    <T> T post(Caller caller, Query query, Object body, Class<T> type) {
        return read(send(withBody(request(caller, query), "POST", body, "application/json"), false), type);
    }

    /** A merge-patch; {@code revision} makes it fail instead of overwriting someone else's change. */
    <T> T patch(Caller caller, Query query, Object body, long revision, Class<T> type) {
        HttpRequest.Builder request = withBody(request(caller, query), "PATCH", body, "application/merge-patch+json");
        return read(send(request.header("If-Match", "\"" + revision + "\""), false), type);
    }

    void put(Caller caller, Query query) {
        send(request(caller, query).PUT(BodyPublishers.noBody()), false);
    }

    void put(Caller caller, Query query, Object body) {
        send(withBody(request(caller, query), "PUT", body, "application/json"), false);
    }

    /** A replacement; {@code revision} makes it fail instead of overwriting someone else's change. */
    <T> T put(Caller caller, Query query, Object body, long revision, Class<T> type) {
        HttpRequest.Builder request = withBody(request(caller, query), "PUT", body, "application/json");
        return read(send(request.header("If-Match", "\"" + revision + "\""), false), type);
    }

    /** A request of this server itself, on nobody's behalf, to what is not part of the API. */
    byte[] postOutside(String path, String mediaType, byte[] body) {
        return send(
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(timeout)
                        .header("Accept", "application/json, application/problem+json")
                        .header("Content-Type", mediaType)
                        .POST(BodyPublishers.ofByteArray(body)),
                false);
    }

    <T> T postOutside(String path, Object body, Class<T> type) {
        return read(postOutside(path, "application/json", json.writeValueAsBytes(body)), type);
    }

    <T> T put(Caller caller, Query query, Object body, Class<T> type) {
        return read(send(withBody(request(caller, query), "PUT", body, "application/json"), false), type);
    }

    /** A deletion that answers with what became of the thing. */
    <T> T delete(Caller caller, Query query, Class<T> type) {
        return read(send(request(caller, query).DELETE(), false), type);
    }

    /** The same; {@code revision} makes it fail instead of undoing someone else's change. */
    <T> T delete(Caller caller, Query query, long revision, Class<T> type) {
        return read(send(request(caller, query).DELETE().header("If-Match", "\"" + revision + "\""), false), type);
    }

    /** A file as it arrives, however long it is; the receiver closes it. */
    InputStream stream(Caller caller, Query query, String mediaType) {
        refuseUnderLock();
        HttpRequest request = request(caller, query)
                .setHeader("Accept", mediaType + ", application/problem+json")
                .GET()
                .build();
        return exchange(() -> {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 != 2) {
                try (InputStream body = response.body()) {
                    throw new BackendException(Problems.of(response.statusCode(), body.readAllBytes(), true, json));
                }
            }
            return response.body();
        });
    }

    /** Sends a file, which may take longer than a page waits otherwise. */
    <T> T upload(Caller caller, Query query, Path file, String mediaType, Class<T> type) {
        try {
            HttpRequest.Builder request = request(caller, query)
                    .timeout(LONGEST_UPLOAD)
                    .header("Content-Type", mediaType)
                    .POST(BodyPublishers.ofFile(file));
            return read(send(request, false), type);
        } catch (FileNotFoundException gone) {
            throw new BackendException(
                    new Failure.Unexpected(0, "The uploaded file is gone; upload it again", null), gone);
        }
    }

    /** A value as JSON text, for a parameter. */
    String text(Object value) {
        return json.writeValueAsString(value);
    }

    void delete(Caller caller, Query query) {
        send(request(caller, query).DELETE(), false);
    }

    private HttpRequest.Builder request(Caller caller, Query query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(API + query))
                .timeout(timeout)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + caller.bearer().get());
        Origin origin = caller.origin().get();
        if (origin != null) {
            request.header("X-Forwarded-For", origin.forwardedFor());
            if (origin.userAgent() != null && !origin.userAgent().isBlank()) {
                request.header("User-Agent", origin.userAgent());
            }
        }
        String organization = caller.organization();
        return organization == null ? request : request.header("Tidewatch-Organization", organization);
    }

    private HttpRequest.Builder withBody(HttpRequest.Builder request, String method, Object body, String mediaType) {
        return request.header("Content-Type", mediaType)
                .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    private byte[] send(HttpRequest.Builder request, boolean read) {
        refuseUnderLock();
        return exchange(() -> {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new BackendException(Problems.of(response.statusCode(), response.body(), read, json));
            }
            return response.body();
        });
    }

    /** One exchange with the backend. */
    @FunctionalInterface
    private interface Exchange<T> {
        T run() throws IOException, InterruptedException;
    }

    private static <T> T exchange(Exchange<T> exchange) {
        try {
            return exchange.run();
        } catch (HttpTimeoutException late) {
            throw new BackendException(new Failure.Unavailable("The service took too long to answer", null), late);
        } catch (InterruptedException | InterruptedIOException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackendException(new Failure.Unavailable("Cancelled", null), interrupted);
        } catch (IOException unreachable) {
            throw new BackendException(new Failure.Unavailable("The service cannot be reached", null), unreachable);
        }
    }

    private <T> T read(byte[] body, Class<T> type) {
        try {
            @Nullable T value = json.readValue(body, type);
            if (value == null) {
                throw new BackendException(new Failure.Unexpected(200, "The service gave an empty answer", null));
            }
            return value;
        } catch (JacksonException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static BackendException unreadable(JacksonException cause) {
        return new BackendException(
                new Failure.Unexpected(200, "The service gave an answer this page cannot read", null), cause);
    }

    private static void refuseUnderLock() {
        VaadinSession session = VaadinSession.getCurrent();
        if (session != null && session.hasLock()) {
            throw new IllegalStateException("A backend call while the Vaadin session is locked freezes the page");
        }
    }
}
