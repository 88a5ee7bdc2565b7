package io.tidewatch.sdk;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of events. Safe to use from every thread, and never makes one wait. */
final class Accounting {

    /** Codes come from outside; a server that invents them must not fill the memory. */
    private static final int MAX_CODES = 64;

    private static final String OTHER_CODES = "other";

    private final LongAdder recorded = new LongAdder();
    private final LongAdder sampledOut = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final EnumMap<DropReason, LongAdder> dropped = new EnumMap<>(DropReason.class);
    private final Map<String, LongAdder> rejectedByCode = new ConcurrentHashMap<>();

    Accounting() {
        // Complete from the start, so that it is only ever read.
        for (DropReason reason : DropReason.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    void recorded() {
        recorded.increment();
    }

    void sampledOut() {
        sampledOut.increment();
    }

    void delivered(long events, long ofThemDuplicates) {
        delivered.add(events);
        duplicates.add(ofThemDuplicates);
    }

    void dropped(DropReason reason, long events) {
        counter(reason).add(events);
    }

    /** Counts the code of an event the server refused, beside the drop itself. */
    void rejected(String code, long events) {
        boolean known = rejectedByCode.containsKey(code) || rejectedByCode.size() < MAX_CODES;
        rejectedByCode
                .computeIfAbsent(known ? code : OTHER_CODES, c -> new LongAdder())
                .add(events);
    }

    long dropped(DropReason reason) {
        return counter(reason).sum();
    }

    private LongAdder counter(DropReason reason) {
        return Objects.requireNonNull(dropped.get(reason));
    }

    DeliveryStats snapshot(long recovered, long spooled, long pending) {
        Map<DropReason, Long> byReason = new EnumMap<>(DropReason.class);
        for (DropReason reason : DropReason.values()) {
            long count = dropped(reason);
            if (count > 0) {
                byReason.put(reason, count);
            }
        }
        Map<String, Long> byCode = new TreeMap<>();
        rejectedByCode.forEach((code, count) -> byCode.put(code, count.sum()));
        return new DeliveryStats(
                recorded.sum(),
                recovered,
                sampledOut.sum(),
                delivered.sum(),
                duplicates.sum(),
                spooled,
                pending,
                byReason,
                byCode);
    }
}
