package io.tidewatch.platform.limit;

import io.tidewatch.platform.limit.decision.FadingUse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows who keeps a shared resource busy, so that they can stand back when others need it. Who is alone never has to.
 */
public final class EngagedOwners<K> {

    private static final long SECOND = 1_000_000_000L;
    private static final long HALF_LIFE = 5 * SECOND;
    /** Someone who has used the resource within that time may need it again. */
    private static final long PRESENT = 60 * SECOND;
    /** More than this running at a time on average is a load, not somebody who opens pages. */
    private static final double ENGAGED = 0.5;
    /** Below this, and with nothing running, an owner is forgotten. */
    private static final double FORGOTTEN = 0.001;

    private static final int FEW = 1_000;

    private final LongSupplier nanos;
    private final Map<K, FadingUse> uses = new HashMap<>();
    private @Nullable K last;
    private long lastAt;
    private boolean hasOther;
    private int crowd = FEW;
    private long otherAt;

    /** With a clock like {@link System#nanoTime}. */
    public EngagedOwners(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Something of the owner begins. */
    public synchronized void begin(K owner) {
        long now = nanos.getAsLong();
        FadingUse use = uses.getOrDefault(owner, FadingUse.none(now)).at(now, HALF_LIFE);
        uses.put(owner, use.plus(1));
        if (!owner.equals(last)) {
            hasOther = last != null;
            otherAt = lastAt;
            last = owner;
        }
        lastAt = now;
        if (uses.size() > crowd) {
            uses.values()
                    .removeIf(other ->
                            other.running() == 0 && other.at(now, HALF_LIFE).level() < FORGOTTEN);
            // Looked through again only once there are twice as many, so that a crowd costs each of them little.
            crowd = Math.max(FEW, 2 * uses.size());
        }
    }

    /** Something of the owner has ended. */
    public synchronized void end(K owner) {
        long now = nanos.getAsLong();
        uses.computeIfPresent(owner, (ignored, use) -> use.at(now, HALF_LIFE).plus(-1));
    }

    /** Whether the owner should stand back: she has kept the resource busy lately, and others have used it, too. */
    public synchronized boolean standsBack(K owner) {
        long now = nanos.getAsLong();
        FadingUse use = uses.get(owner);
        boolean othersAreThere =
                owner.equals(last) ? hasOther && now - otherAt < PRESENT : last != null && now - lastAt < PRESENT;
        return othersAreThere && use != null && use.at(now, HALF_LIFE).level() > ENGAGED;
    }
}
