package io.tidewatch.ingestion;

import io.tidewatch.platform.problem.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Bounds the memory of requests that are being read: admits one only if it fits beside the others. */
@ApplicationScoped
class ReadingGate {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();

    ReadingGate(IngestionConfig config) {
        this.maxBytes = config.maxReadingBytes();
    }

    /**
     * Does the work while its bytes are reserved.
     *
     * @throws io.tidewatch.platform.problem.ProblemException {@code ingestion-overloaded} if there is no room
     */
    <T> T admit(long expectedBytes, Supplier<T> work) {
        if (bytes.addAndGet(expectedBytes) > maxBytes) {
            bytes.addAndGet(-expectedBytes);
            throw ErrorCode.INGESTION_OVERLOADED.problem().retryAfter(SOON);
        }
        try {
            return work.get();
        } finally {
            bytes.addAndGet(-expectedBytes);
        }
    }
}
