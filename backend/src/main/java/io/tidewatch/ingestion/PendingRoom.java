package io.tidewatch.ingestion;

/**
 * The room that the log has for events that wait for the event store, and who fills it. Bytes are shared in proportion to
 * events: the log knows the bytes of all, the accounts the events of each.
 *
 * @param maxBytes bytes that may wait
 * @param waitingBytes bytes that wait
 * @param allEvents events that wait
 * @param ownEvents events of the organization that wait
 */
record PendingRoom(long maxBytes, long waitingBytes, long allEvents, long ownEvents) {

    /** Bytes that an organization has waiting above its share of the room, about; 0 if it stays within. */
    long excess(double share) {
        if (allEvents <= 0) {
            return 0;
        }
        double ownBytes = (double) waitingBytes * (double) ownEvents / (double) allEvents;
        return (long) Math.max(0, ownBytes - share * (double) maxBytes);
    }
}
