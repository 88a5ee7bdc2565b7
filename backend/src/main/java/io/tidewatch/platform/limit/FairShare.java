package io.tidewatch.platform.limit;

import java.util.HashMap;
import java.util.Map;

/**
 * Shares an amount of something among owners whose number is not known before. An owner who holds nothing yet gets what
 * he asks for as long as there is room; one who holds something may hold as much as is left free for the others
 * afterwards. So one greedy owner gets half, two get a third each, and there is always room for one more.
 */
public final class FairShare<K> {

    private final long total;
    private final Map<K, Long> held = new HashMap<>();
    private long taken;

    /** Of this much. */
    public FairShare(long total) {
        this.total = total;
    }

    /** Takes an amount for an owner if her share allows it. */
    public synchronized boolean take(K owner, long amount) {
        long own = held.getOrDefault(owner, 0L);
        long free = total - taken - amount;
        if (free < 0 || (own > 0 && own + amount > free)) {
            return false;
        }
        held.put(owner, own + amount);
        taken += amount;
        return true;
    }

    /** Gives back what was taken. */
    public synchronized void giveBack(K owner, long amount) {
        taken -= amount;
        held.computeIfPresent(owner, (ignored, own) -> own > amount ? own - amount : null);
    }

    /** What all owners hold together. */
    public synchronized long taken() {
        return taken;
    }
}
