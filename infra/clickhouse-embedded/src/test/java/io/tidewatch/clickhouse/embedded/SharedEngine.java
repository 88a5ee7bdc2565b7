package io.tidewatch.clickhouse.embedded;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.command.CommandResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** One engine for all tests of the module, as the Java clients see it. It ends with the JVM of the tests. */
final class SharedEngine {

    /** Of the child's JVM: results larger than this cannot have been held there. */
    static final int HEAP_MEGABYTES = 48;

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedClickHouse ENGINE = start(TestDirectories.create("shared"), HEAP_MEGABYTES);
    private static final Client CLIENT = client(ENGINE.url());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private SharedEngine() {}

    static EmbeddedClickHouse start(Path data, int heapMegabytes) {
        return EmbeddedClickHouse.builder()
                .dataDirectory(data)
                .log(data.resolveSibling(data.getFileName() + ".log"))
                .maxHeapMegabytes(heapMegabytes)
                .start();
    }

    static EmbeddedClickHouse engine() {
        return ENGINE;
    }

    static Client client() {
        return CLIENT;
    }

    static Client client(URI url) {
        return new Client.Builder()
                .addEndpoint(url.toString())
                .setUsername("default")
                .setPassword("")
                .compressServerResponse(false)
                .build();
    }

    static Connection jdbc(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:clickhouse:" + ENGINE.url() + "/" + database + "?compress=false", "default", "");
    }

    /** Creates a database of its own for a test. */
    static String newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return name;
    }

    static void execute(String sql) {
        execute(CLIENT, sql);
    }

    static void execute(Client client, String sql) {
        try (CommandResponse response = join(client.execute(sql))) {
            // Nothing to read.
        } catch (Exception e) {
            throw rethrown(e);
        }
    }

    /** The single value of a query, as text. */
    static String ask(String sql) {
        return CLIENT.queryAll(sql).getFirst().getString(1);
    }

    /** Waits for a client's future and throws what it failed with. */
    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static HttpResponse<String> post(String pathAndQuery, String body, String... headers) {
        return post(pathAndQuery, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    static HttpResponse<String> post(String pathAndQuery, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(ENGINE.url() + pathAndQuery)).POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    static HttpResponse<String> get(String pathAndQuery) {
        return send(
                HttpRequest.newBuilder(URI.create(ENGINE.url() + pathAndQuery)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof ServerException)) {
            cause = cause.getCause();
        }
        if (cause instanceof ServerException server) {
            return server;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
