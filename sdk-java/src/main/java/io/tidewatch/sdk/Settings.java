package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.http.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Everything the builder was told, checked; see {@link TidewatchBuilder} for the meaning of each. */
record Settings(
        String model,
        String version,
        String environment,
        int queueCapacity,
        long maxQueueBytes,
        int batchSize,
        int maxBatchBytes,
        int maxEventBytes,
        Duration flushInterval,
        Duration requestTimeout,
        Duration retryDeadline,
        RetryPolicy retryPolicy,
        Duration closeTimeout,
        boolean compression,
        double sampling,
        boolean validation,
        @Nullable Redaction redaction,
        DeliveryListener listener,
        Clock clock) {}
