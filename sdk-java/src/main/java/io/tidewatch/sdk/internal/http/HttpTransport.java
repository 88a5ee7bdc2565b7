package io.tidewatch.sdk.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client, held to this library's rules: HTTP/1.1, no redirects (they could carry the key elsewhere), no
 * cookies, a deadline over the whole exchange and not only over its first byte, a bounded answer, daemon threads only.
 */
public final class HttpTransport implements Transport {

    /** An answer names every rejected event of a batch; more than this is not such an answer. */
    static final int MAX_ANSWER_BYTES = 4 << 20;

    /** Below this, compressing costs more than it saves. */
    private static final int MIN_GZIP_BYTES = 1024;

    private static final Duration MAX_CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final URI api;
    private final String authorization;
    private final String userAgent = "tidewatch-java/" + version();
    private final ThreadPoolExecutor executor;

    /** Null once closed, so that before Java 21 the garbage collector can end its thread. */
    private volatile @Nullable HttpClient client;

    private volatile @Nullable CompletableFuture<?> underWay;

    /**
     * Creates a transport without opening a connection.
     *
     * @param endpoint address of the server, without {@code /api/v1}
     * @param apiKey sent as bearer token
     * @param requestTimeout upper bound for connecting
     * @param customizer may add a proxy, an SSL context or an authenticator
     */
    public HttpTransport(
            URI endpoint, String apiKey, Duration requestTimeout, Consumer<HttpClient.Builder> customizer) {
        String base = endpoint.toString();
        this.api = URI.create((base.endsWith("/") ? base : base + "/") + "api/v1/");
        this.authorization = "Bearer " + apiKey;
        this.executor = new ThreadPoolExecutor(
                2, 2, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), HttpTransport::newThread);
        this.executor.allowCoreThreadTimeOut(true);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(
                        requestTimeout.compareTo(MAX_CONNECT_TIMEOUT) < 0 ? requestTimeout : MAX_CONNECT_TIMEOUT);
        customizer.accept(builder);
        this.client = builder.executor(executor)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(null, work, "tidewatch-http-" + THREADS.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        return thread;
    }

    private static String version() {
        String version = HttpTransport.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    @Override
    public Answer send(Request request, Duration timeout) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(api.resolve(request.path()))
                .timeout(timeout)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("User-Agent", userAgent);
        byte[] body = request.body();
        if (body == null) {
            builder.method(request.method(), HttpRequest.BodyPublishers.noBody());
        } else {
            builder.header("Content-Type", "application/json");
            if (request.gzip() && body.length >= MIN_GZIP_BYTES) {
                builder.header("Content-Encoding", "gzip");
                body = gzip(body);
            }
            builder.method(request.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        }
        HttpClient open = client;
        if (open == null) {
            throw closed(null);
        }
        return await(open.sendAsync(builder.build(), response -> new CappedBody(MAX_ANSWER_BYTES)), timeout);
    }

    /** The request's own timeout ends with the answer's headers; this one covers the body, too. */
    private Answer await(CompletableFuture<HttpResponse<Optional<String>>> exchange, Duration timeout)
            throws IOException, InterruptedException {
        underWay = exchange;
        try {
            if (client == null) {
                // Closed just now, perhaps too early to see this exchange.
                throw closed(null);
            }
            HttpResponse<Optional<String>> response = exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            Optional<String> body = response.body();
            return new Answer(
                    response.statusCode(),
                    body.orElse(""),
                    body.isEmpty(),
                    response.headers().firstValue("Retry-After").orElse(null));
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no complete answer within " + timeout);
        } catch (CancellationException e) {
            throw closed(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        } finally {
            underWay = null;
            boolean unused = exchange.cancel(true);
        }
    }

    @Override
    public void close() {
        HttpClient open = client;
        client = null;
        CompletableFuture<?> exchange = underWay;
        if (exchange != null) {
            boolean unused = exchange.cancel(true);
        }
        HttpClientShutdown.shutDown(open);
        executor.shutdown();
    }

    private static IOException closed(@Nullable Throwable cause) {
        return new IOException("the client is closed", cause);
    }

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream gzip = new FastGzip(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return compressed.toByteArray();
    }

    /** Speed over size: on event batches level 1 is twice as fast and a tenth larger than the default. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
