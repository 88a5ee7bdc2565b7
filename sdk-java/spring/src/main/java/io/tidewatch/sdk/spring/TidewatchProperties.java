package io.tidewatch.sdk.spring;

import io.tidewatch.sdk.Tidewatch;
import io.tidewatch.sdk.TidewatchBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The client's options; what is absent has the default of {@link TidewatchBuilder}. As environment variables they have the names
 * that the SDK itself reads, such as {@code TIDEWATCH_API_KEY}.
 *
 * @param enabled false for a client that does nothing; then nothing else is required
 * @param endpoint address of the server, without {@code /api/v1}
 * @param apiKey key with the scope {@code ingest}
 * @param model key of the registered model
 * @param version version that answers
 * @param environment environment
 * @param queueCapacity events that may wait in memory
 * @param maxQueueBytes memory that waiting events may hold, about
 * @param batchSize events per request
 * @param maxEventBytes size of one event as JSON
 * @param flushInterval longest wait for a batch to fill
 * @param requestTimeout one request, from connecting to the last byte of the answer
 * @param retryDeadline all attempts for one batch together
 * @param closeTimeout how long the end of the application waits for events to be delivered
 * @param compression whether to compress requests
 * @param sampling share of predictions to send
 * @param validation whether to fetch the feature schema
 * @param spool where events go while the server is away
 */
@ConfigurationProperties("tidewatch")
public record TidewatchProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable URI endpoint,
        @Nullable String apiKey,
        @Nullable String model,
        @Nullable String version,
        @Nullable String environment,
        @Nullable Integer queueCapacity,
        @Nullable Long maxQueueBytes,
        @Nullable Integer batchSize,
        @Nullable Integer maxEventBytes,
        @Nullable Duration flushInterval,
        @Nullable Duration requestTimeout,
        @Nullable Duration retryDeadline,
        @Nullable Duration closeTimeout,
        @Nullable Boolean compression,
        @Nullable Double sampling,
        @Nullable Boolean validation,
        @DefaultValue Spool spool) {

    /**
     * The disk spool.
     *
     * @param directory its folder; without one there is no spool
     * @param maxBytes its size
     */
    public record Spool(@Nullable Path directory, @Nullable Long maxBytes) {}

    TidewatchBuilder builder() {
        TidewatchBuilder builder = Tidewatch.builder().enabled(enabled);
        set(endpoint, builder::endpoint);
        set(apiKey, builder::apiKey);
        set(model, builder::model);
        set(version, builder::version);
        set(environment, builder::environment);
        set(queueCapacity, builder::queueCapacity);
        set(maxQueueBytes, builder::maxQueueBytes);
        set(batchSize, builder::batchSize);
        set(maxEventBytes, builder::maxEventBytes);
        set(flushInterval, builder::flushInterval);
        set(requestTimeout, builder::requestTimeout);
        set(retryDeadline, builder::retryDeadline);
        set(closeTimeout, builder::closeTimeout);
        set(compression, builder::compression);
        set(sampling, builder::sampling);
        set(validation, builder::validation);
        Long bytes = spool.maxBytes();
        set(
                spool.directory(),
                folder -> builder.spool(folder, bytes == null ? TidewatchBuilder.DEFAULT_MAX_SPOOL_BYTES : bytes));
        return builder;
    }

    private static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    /** The options without the key. */
    @Override
    public String toString() {
        return "TidewatchProperties[enabled=" + enabled + ", endpoint=" + endpoint + ", model=" + model + ", version="
                + version + ", environment=" + environment + "]";
    }
}
