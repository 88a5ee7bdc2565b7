package io.tidewatch.sdk.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The client's options; what is absent has the default of {@link io.tidewatch.sdk.TidewatchBuilder}. As environment variables
 * they have the names that the SDK itself reads, such as {@code TIDEWATCH_API_KEY}.
 */
@ConfigMapping(prefix = "tidewatch")
public interface TidewatchConfig {

    /** False for a client that does nothing; then nothing else is required. */
    @WithDefault("true")
    boolean enabled();

    /** Address of the server, without {@code /api/v1}. */
    Optional<URI> endpoint();

    /** Key with the scope {@code ingest}. */
    Optional<String> apiKey();

    /** Key of the registered model. */
    Optional<String> model();

    /** Version that answers. */
    Optional<String> version();

    /** Environment. */
    Optional<String> environment();

    /** Events that may wait in memory. */
    OptionalInt queueCapacity();

    /** Memory that waiting events may hold, about. */
    OptionalLong maxQueueBytes();

    /** Events per request. */
    OptionalInt batchSize();

    /** Size of one event as JSON. */
    OptionalInt maxEventBytes();

    /** Longest wait for a batch to fill. */
    Optional<Duration> flushInterval();

    /** One request, from connecting to the last byte of the answer. */
    Optional<Duration> requestTimeout();

    /** All attempts for one batch together. */
    Optional<Duration> retryDeadline();

    /** How long the end of the application waits for events to be delivered. */
    Optional<Duration> closeTimeout();

    /** Whether to compress requests. */
    Optional<Boolean> compression();

    /** Share of predictions to send. */
    OptionalDouble sampling();

    /** Whether to fetch the feature schema. */
    Optional<Boolean> validation();

    /** The disk spool. */
    Spool spool();

    /** Where events go while the server is away. */
    interface Spool {

        /** Its folder; without one there is no spool. */
        Optional<Path> directory();

        /** Its size. */
        OptionalLong maxBytes();
    }
}
