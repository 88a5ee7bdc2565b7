package io.tidewatch.demo.replay;

import java.util.List;

/**
 * What is to be replayed. A replay that was begun keeps its request: another one must not be mixed into it.
 *
 * @param flights how many flights take part; {@link #ALL} for all of them
 * @param faults each as {@link Fault#parse} reads it
 */
public record ReplayRequest(long flights, List<String> faults) {
    /** More flights than there are. */
    public static final long ALL = Long.MAX_VALUE;

    /** What is replayed unless something else is asked for. */
    public static final ReplayRequest DEFAULT = new ReplayRequest(300_000, List.of(Fault.DEFAULT));

    /** Copies the faults. */
    public ReplayRequest {
        faults = List.copyOf(faults);
    }

    /** The same with another number of flights. */
    public ReplayRequest withFlights(long number) {
        return new ReplayRequest(number, faults);
    }

    /** The same with other faults. */
    public ReplayRequest withFaults(List<String> others) {
        return new ReplayRequest(flights, others);
    }

    /** For messages to people. */
    @Override
    public String toString() {
        String count = flights == ALL ? "all" : "%,d".formatted(flights);
        return count + " flights with " + String.join(" and ", faults);
    }
}
