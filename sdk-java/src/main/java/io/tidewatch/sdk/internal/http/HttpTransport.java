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
    private final Consumer<HttpClient.Builder> customizer;
    private final Duration connectTimeout;
    private final String userAgent = "tidewatch-java/" + version();
    private final ThreadPoolExecutor executor;
    private @Nullable HttpClient client;
    private boolean closed;

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
        this.customizer = customizer;
        this.connectTimeout = requestTimeout.compareTo(MAX_CONNECT_TIMEOUT) < 0 ? requestTimeout : MAX_CONNECT_TIMEOUT;
        this.executor = new ThreadPoolExecutor(
                2, 2, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), HttpTransport::newThread);
        this.executor.allowCoreThreadTimeOut(true);
    }

    /** Creates the JDK's client now, so that a wrong customizer fails where it was given. */
    public HttpTransport validated() {
        HttpClient unused = client();
        return this;
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
        return await(client().sendAsync(builder.build(), response -> new CappedBody(MAX_ANSWER_BYTES)), timeout);
    }

    /** The request's own timeout ends with the answer's headers; this one covers the body, too. */
    private static Answer await(CompletableFuture<HttpResponse<Optional<String>>> exchange, Duration timeout)
            throws IOException, InterruptedException {
        try {
            HttpResponse<Optional<String>> response = exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            Optional<String> body = response.body();
            return new Answer(
                    response.statusCode(),
                    body.orElse(""),
                    body.isEmpty(),
                    response.headers().firstValue("Retry-After").orElse(null));
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no complete answer within " + timeout);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private synchronized HttpClient client() {
        if (closed) {
            throw new IllegalStateException("the transport is closed");
        }
        if (client == null) {
            HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(connectTimeout);
            customizer.accept(builder);
            client = builder.executor(executor)
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        closed = true;
        HttpClient open = client;
        client = null;
        HttpClientShutdown.shutDown(open);
        executor.shutdown();
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
