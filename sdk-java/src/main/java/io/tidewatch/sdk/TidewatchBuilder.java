package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.http.HttpTransport;
import io.tidewatch.sdk.internal.http.RetryPolicy;
import io.tidewatch.sdk.internal.http.Transport;
import io.tidewatch.sdk.internal.http.UrlPath;
import io.tidewatch.sdk.internal.log.ThrottledLogger;
import io.tidewatch.sdk.internal.spool.Spool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a {@link Tidewatch}. Endpoint, API key, model and version are required, the rest has defaults that suit a service.
 * Every setter and {@link #build()} refuse what cannot work with an {@link IllegalArgumentException}: this is the one
 * moment at which the library throws. Nothing here opens a connection.
 */
public final class TidewatchBuilder {

    /** Default of {@link #environment}: {@value}. */
    public static final String DEFAULT_ENVIRONMENT = "production";

    /** Default of {@link #queueCapacity}: {@value} events. */
    public static final int DEFAULT_QUEUE_CAPACITY = 16_384;

    /** Default of {@link #maxQueueBytes}: {@value} bytes. */
    public static final long DEFAULT_MAX_QUEUE_BYTES = 32L << 20;

    /** Default of {@link #batchSize}: {@value} events. */
    public static final int DEFAULT_BATCH_SIZE = 512;

    /** Default of {@link #maxEventBytes}: {@value} bytes. */
    public static final int DEFAULT_MAX_EVENT_BYTES = 1 << 20;

    /** Default size of {@link #spool(Path)}: {@value} bytes. */
    public static final long DEFAULT_MAX_SPOOL_BYTES = 256L << 20;

    private static final int MAX_BATCH_BYTES = 4 << 20;
    private static final long MIN_SPOOL_BYTES = 4L * MAX_BATCH_BYTES;

    private @Nullable URI endpoint;
    private @Nullable String apiKey;
    private @Nullable String model;
    private @Nullable String version;
    private String environment = DEFAULT_ENVIRONMENT;
    private int queueCapacity = DEFAULT_QUEUE_CAPACITY;
    private long maxQueueBytes = DEFAULT_MAX_QUEUE_BYTES;
    private int batchSize = DEFAULT_BATCH_SIZE;
    private int maxEventBytes = DEFAULT_MAX_EVENT_BYTES;
    private Duration flushInterval = Duration.ofSeconds(1);
    private Duration requestTimeout = Duration.ofSeconds(10);
    private Duration retryDeadline = Duration.ofMinutes(5);
    private Duration closeTimeout = Duration.ofSeconds(5);
    private boolean compression = true;
    private double sampling = 1;
    private boolean validation;
    private boolean enabled = true;
    private @Nullable Redaction redaction;
    private DeliveryListener listener = new DeliveryListener() {};
    private Clock clock = Clock.systemUTC();
    private Consumer<HttpClient.Builder> httpClient = builder -> {};
    private @Nullable Transport transport;
    private @Nullable Path spoolDirectory;
    private long maxSpoolBytes = DEFAULT_MAX_SPOOL_BYTES;
    private RetryPolicy retryPolicy = RetryPolicy.DEFAULT;

    TidewatchBuilder() {}

    /** Address of the Tidewatch server, such as {@code https://tidewatch.example.com}; {@code /api/v1} is added. */
    public TidewatchBuilder endpoint(URI address) {
        String scheme = address.getScheme();
        require("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme), "endpoint must be http or https");
        require(address.getHost() != null, "endpoint must name a host");
        require(
                address.getRawQuery() == null && address.getRawFragment() == null && address.getRawUserInfo() == null,
                "endpoint must be only scheme, host, port and path");
        endpoint = address;
        return this;
    }

    /** Address of the Tidewatch server. */
    public TidewatchBuilder endpoint(String address) {
        try {
            return endpoint(URI.create(address.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("endpoint is not a usable address: " + e.getMessage(), e);
        }
    }

    /** API key with the scope {@code ingest}. It is sent to the endpoint only, and never logged. */
    public TidewatchBuilder apiKey(String key) {
        require(
                key != null && !key.isBlank() && key.chars().allMatch(c -> c > ' ' && c < 127),
                "apiKey must be visible ASCII characters without spaces");
        apiKey = key;
        return this;
    }

    /** Key of the model, as registered. */
    public TidewatchBuilder model(String key) {
        model = text(key, "model");
        return this;
    }

    /** Version of the model that answers; a prediction may override it. */
    public TidewatchBuilder version(String name) {
        version = text(name, "version");
        return this;
    }

    /** Environment, {@value #DEFAULT_ENVIRONMENT} unless set; a prediction may override it. */
    public TidewatchBuilder environment(String name) {
        environment = text(name, "environment");
        return this;
    }

    /** How many events may wait in memory ({@value #DEFAULT_QUEUE_CAPACITY}). What does not fit is dropped and counted. */
    public TidewatchBuilder queueCapacity(int events) {
        require(events >= 1 && events <= 1 << 24, "queueCapacity must be 1 to 16777216");
        queueCapacity = events;
        return this;
    }

    /** How much memory waiting events may keep alive, about ({@value #DEFAULT_MAX_QUEUE_BYTES} bytes). */
    public TidewatchBuilder maxQueueBytes(long bytes) {
        require(bytes >= 64 * 1024, "maxQueueBytes must be at least 65536");
        maxQueueBytes = bytes;
        return this;
    }

    /** How many events go into one request ({@value #DEFAULT_BATCH_SIZE}). */
    public TidewatchBuilder batchSize(int events) {
        require(events >= 1 && events <= 10_000, "batchSize must be 1 to 10000");
        batchSize = events;
        return this;
    }

    /** How large one event may be as JSON ({@value #DEFAULT_MAX_EVENT_BYTES} bytes). */
    public TidewatchBuilder maxEventBytes(int bytes) {
        require(bytes >= 1024 && bytes <= MAX_BATCH_BYTES, "maxEventBytes must be 1024 to " + MAX_BATCH_BYTES);
        maxEventBytes = bytes;
        return this;
    }

    /** How long an event waits at most for its batch to fill (1 second). */
    public TidewatchBuilder flushInterval(Duration interval) {
        flushInterval = positive(interval, "flushInterval");
        return this;
    }

    /** How long one request may take, from connecting to the last byte of the answer (10 seconds). */
    public TidewatchBuilder requestTimeout(Duration timeout) {
        requestTimeout = positive(timeout, "requestTimeout");
        return this;
    }

    /** How long a batch is retried, all attempts and pauses together, before it is dropped and counted (5 minutes). */
    public TidewatchBuilder retryDeadline(Duration deadline) {
        retryDeadline = positive(deadline, "retryDeadline");
        return this;
    }

    /** How long {@link Tidewatch#close()} may take (5 seconds). */
    public TidewatchBuilder closeTimeout(Duration timeout) {
        closeTimeout = positive(timeout, "closeTimeout");
        return this;
    }

    /** Whether to compress requests with gzip (true). If the server refuses, the client goes on without. */
    public TidewatchBuilder compression(boolean gzip) {
        compression = gzip;
        return this;
    }

    /**
     * Which share of predictions to send, 0 to 1 (1, all). The choice depends only on the prediction id, so ground truth follows
     * its prediction.
     */
    public TidewatchBuilder sampling(double rate) {
        require(rate >= 0 && rate <= 1, "sampling must be 0 to 1");
        sampling = rate;
        return this;
    }

    /**
     * Whether {@link Tidewatch#validate} checks predictions against the feature schema of their version (false). The schema
     * is fetched in the background, for which the API key also needs the scope {@code read}.
     */
    public TidewatchBuilder validation(boolean check) {
        validation = check;
        return this;
    }

    /**
     * Keeps events on disk while the server cannot be reached, and over restarts, instead of dropping them after
     * {@link #retryDeadline} (no spool). The folder is made if it is not there; several clients may share it. Events are
     * written unencrypted, after redaction, readable by this user only.
     */
    public TidewatchBuilder spool(Path directory) {
        require(directory != null, "spool directory must not be null");
        spoolDirectory = directory;
        return this;
    }

    /** Like {@link #spool(Path)}, with another limit than {@value #DEFAULT_MAX_SPOOL_BYTES} bytes. */
    public TidewatchBuilder spool(Path directory, long maxBytes) {
        return spool(directory).maxSpoolBytes(maxBytes);
    }

    TidewatchBuilder maxSpoolBytes(long bytes) {
        require(bytes >= MIN_SPOOL_BYTES, "the spool must have at least " + MIN_SPOOL_BYTES + " bytes");
        maxSpoolBytes = bytes;
        return this;
    }

    /** What to do to each prediction before it leaves the process (nothing). */
    public TidewatchBuilder redaction(Redaction hook) {
        redaction = hook;
        return this;
    }

    /** Who hears what becomes of events (nobody). */
    public TidewatchBuilder listener(DeliveryListener newListener) {
        require(newListener != null, "listener must not be null");
        listener = newListener;
        return this;
    }

    /** Where the time of predictions without one comes from (the system's clock). */
    public TidewatchBuilder clock(Clock newClock) {
        require(newClock != null, "clock must not be null");
        clock = newClock;
        return this;
    }

    /**
     * Changes the HTTP client before it is built: a proxy, an SSL context, an authenticator. Version, redirects and executor
     * are set afterwards and cannot be changed.
     */
    public TidewatchBuilder httpClient(Consumer<HttpClient.Builder> customizer) {
        require(customizer != null, "httpClient must not be null");
        httpClient = customizer;
        return this;
    }

    /** With false, {@link #build()} makes a client that does nothing, and nothing is required (true). */
    public TidewatchBuilder enabled(boolean enable) {
        enabled = enable;
        return this;
    }

    /**
     * Takes over every variable that is set; settings made before are overridden. The names are those in the table of the
     * user guide: {@code TIDEWATCH_ENDPOINT}, {@code TIDEWATCH_API_KEY}, {@code TIDEWATCH_MODEL}, {@code TIDEWATCH_VERSION} and
     * so on. Durations are written {@code 500ms}, {@code 10s}, {@code 5m} or as ISO 8601.
     */
    public TidewatchBuilder environmentVariables(Map<String, String> variables) {
        EnvironmentVariables.apply(variables, this);
        return this;
    }

    TidewatchBuilder transport(Transport replacement) {
        transport = replacement;
        return this;
    }

    TidewatchBuilder retryPolicy(RetryPolicy policy) {
        retryPolicy = policy;
        return this;
    }

    /**
     * The client, running.
     *
     * @throws IllegalArgumentException if something required is missing or does not fit together
     */
    public Tidewatch build() {
        if (!enabled) {
            return new NoopTidewatch(clock);
        }
        URI address = required(endpoint, "endpoint", "TIDEWATCH_ENDPOINT");
        String key = required(apiKey, "apiKey", "TIDEWATCH_API_KEY");
        Settings settings = settings();
        ThrottledLogger logger = new ThrottledLogger(System.getLogger("io.tidewatch.sdk"), System::nanoTime);
        if ("http".equalsIgnoreCase(address.getScheme()) && !isLocal(address.getHost())) {
            logger.warn("plain-http", "Tidewatch sends its API key unencrypted to " + address.getHost());
        }
        Transport used = transport;
        if (used == null) {
            used = new HttpTransport(address, key, requestTimeout, httpClient);
        }
        return BackgroundTidewatch.start(settings, used, openSpool(settings.model()), logger);
    }

    private @Nullable Spool openSpool(String modelKey) {
        if (spoolDirectory == null) {
            return null;
        }
        try {
            return Spool.open(spoolDirectory.resolve(UrlPath.segment(modelKey)), maxSpoolBytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("spool directory " + spoolDirectory + " cannot be used: " + e, e);
        }
    }

    Settings settings() {
        return new Settings(
                required(model, "model", "TIDEWATCH_MODEL"),
                required(version, "version", "TIDEWATCH_VERSION"),
                environment,
                queueCapacity,
                maxQueueBytes,
                // A batch that can never fill would always wait for the interval.
                Math.min(batchSize, queueCapacity),
                (int) Math.min(MAX_BATCH_BYTES, maxQueueBytes),
                maxEventBytes,
                flushInterval,
                requestTimeout,
                retryDeadline,
                retryPolicy,
                closeTimeout,
                compression,
                sampling,
                validation,
                redaction,
                listener,
                clock);
    }

    /** The settings without the key. */
    @Override
    public String toString() {
        return "TidewatchBuilder[endpoint=" + endpoint + ", model=" + model + ", version=" + version + ", environment="
                + environment + "]";
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static String text(String value, String name) {
        require(value != null && !value.isBlank(), name + " must not be blank");
        return value;
    }

    private static Duration positive(Duration duration, String name) {
        require(
                duration != null && !duration.isNegative() && !duration.isZero() && duration.toDays() < 365,
                name + " must be positive and less than a year");
        return duration;
    }

    private static <T> T required(@Nullable T value, String name, String variable) {
        if (value == null) {
            throw new IllegalArgumentException(
                    name + " is missing: set it on the builder or in the environment variable " + variable);
        }
        return value;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
