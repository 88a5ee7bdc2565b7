package io.tidewatch.sdk;

import java.util.Map;

/**
 * What became of everything recorded since the client was built. When nothing is under way,
 * {@code recorded + recovered = sampledOut + delivered + dropped + spooled + pending} holds exactly; while events are moving,
 * a snapshot may be off by those that move.
 *
 * @param recorded calls to {@code record} and {@code recordGroundTruth}
 * @param recovered events found in the spool that an earlier process left behind
 * @param sampledOut left out because of the sampling rate
 * @param delivered confirmed by the server, duplicates included
 * @param duplicates of those, how many the server already had
 * @param spooled now on disk, waiting for the server
 * @param pending now in memory: queued, or in a request
 * @param droppedByReason losses; reasons without any are absent
 * @param rejectedByCode of {@link DropReason#REJECTED_BY_SERVER}, how many by the server's error code
 */
public record DeliveryStats(
        long recorded,
        long recovered,
        long sampledOut,
        long delivered,
        long duplicates,
        long spooled,
        long pending,
        Map<DropReason, Long> droppedByReason,
        Map<String, Long> rejectedByCode) {

    /** Copies the maps. */
    public DeliveryStats {
        droppedByReason = Map.copyOf(droppedByReason);
        rejectedByCode = Map.copyOf(rejectedByCode);
    }

    /** All losses. */
    public long dropped() {
        return droppedByReason.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Losses for one reason. */
    public long dropped(DropReason reason) {
        return droppedByReason.getOrDefault(reason, 0L);
    }

    /** Events the server refused. */
    public long rejected() {
        return dropped(DropReason.REJECTED_BY_SERVER);
    }
}
