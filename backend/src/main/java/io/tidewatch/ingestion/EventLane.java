package io.tidewatch.ingestion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The waiting requests of one organization, first come, first served; at most one group of them is at work. */
final class EventLane {

    private final ArrayDeque<EventWork> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean busy;

    /** Adds a request; true if nothing is at work, so that the caller has to take the next group. */
    synchronized boolean offer(EventWork work) {
        waiting.add(work);
        waitingBytes += work.bytes();
        boolean idle = !busy;
        busy = true;
        return idle;
    }

    /** Takes requests of one kind, up to this many events but at least one request; none ends the work. */
    synchronized List<EventWork> take(int maxRows) {
        List<EventWork> group = new ArrayList<>();
        int rows = 0;
        while (!waiting.isEmpty()) {
            EventWork next = waiting.peek();
            boolean sameKind = group.isEmpty() || group.getFirst().getClass() == next.getClass();
            if (!sameKind || (!group.isEmpty() && rows + next.rows() > maxRows)) {
                break;
            }
            waiting.remove();
            waitingBytes -= next.bytes();
            rows += next.rows();
            group.add(next);
        }
        busy = !group.isEmpty();
        return group;
    }

    /** Memory of what waits. */
    synchronized long waitingBytes() {
        return waitingBytes;
    }
}
