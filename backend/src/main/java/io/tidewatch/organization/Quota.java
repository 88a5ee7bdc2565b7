package io.tidewatch.organization;

import io.tidewatch.platform.limit.decision.Rate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much an organization may send. Limits of its own where it has some, else those of the configuration.
 *
 * @param events events per second and at once, or null for no limit
 * @param bytes bytes per second and at once, as sent, or null for no limit
 * @param eventsPerMonth events per calendar month in UTC, 0 for no limit
 * @param pendingShare share of the room for pending events that it may fill, above 0 and up to 1
 * @param maxBodyBytes bytes of one request after inflation, or null for the limit of every request
 * @param maxFeatures features of one event, or null for the limit of every event
 * @param keys further limits of single API keys by their public part
 */
public record Quota(
        @Nullable Rate events,
        @Nullable Rate bytes,
        long eventsPerMonth,
        double pendingShare,
        @Nullable Long maxBodyBytes,
        @Nullable Integer maxFeatures,
        Map<String, KeyQuota> keys) {

    public Quota {
        keys = Map.copyOf(keys);
    }

    /**
     * What one API key may send, within what its organization may.
     *
     * @param events events per second and at once, or null for no limit of its own
     * @param bytes bytes per second and at once, or null for no limit of its own
     */
    public record KeyQuota(@Nullable Rate events, @Nullable Rate bytes) {}
}
