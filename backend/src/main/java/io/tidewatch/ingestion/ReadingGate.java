package io.tidewatch.ingestion;

import io.tidewatch.platform.limit.FairShare;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.tenancy.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Bounds the memory of requests that are being read: admits one only if it fits beside the others, and shares the memory
 * among organizations, so that the slow senders of one of them can't keep the others out.
 */
@ApplicationScoped
class ReadingGate {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final FairShare<OrganizationId> share;

    ReadingGate(IngestionConfig config) {
        this.share = new FairShare<>(config.maxReadingBytes());
    }

    /**
     * Does the work while its bytes are reserved.
     *
     * @throws io.tidewatch.platform.problem.ProblemException {@code ingestion-overloaded} if there is no room
     */
    <T> T admit(OrganizationId organization, long expectedBytes, Supplier<T> work) {
        if (!share.take(organization, expectedBytes)) {
            throw ErrorCode.INGESTION_OVERLOADED.problem().retryAfter(SOON);
        }
        try {
            return work.get();
        } finally {
            share.giveBack(organization, expectedBytes);
        }
    }
}
