package io.tidewatch.sdk;

/**
 * What a {@code flush} or {@code close} achieved.
 *
 * @param complete whether the fate of everything recorded before the call is settled: confirmed by the server or
 *     dropped and counted. False if time ran out, or if something still waits in memory or in the spool
 * @param stats the counts at the end of the call, since the client was built
 */
public record FlushResult(boolean complete, DeliveryStats stats) {

    /** Events confirmed by the server since the client was built. */
    public long delivered() {
        return stats.delivered();
    }

    /** Events lost since the client was built, for any reason. */
    public long dropped() {
        return stats.dropped();
    }

    /** Events the server refused since the client was built. */
    public long rejected() {
        return stats.rejected();
    }

    /** Events on disk that still wait for the server. */
    public long spooled() {
        return stats.spooled();
    }

    /** Events still in memory. */
    public long pending() {
        return stats.pending();
    }
}
