package io.tidewatch.sdk.internal.queue;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A counter that shares its cache line with no other: what one core writes all the time must not slow down another core that
 * only touches what lies beside it.
 */
public final class PaddedCounter extends AtomicLong {

    private static final long serialVersionUID = 1L;

    // Two lines, because processors fetch them in pairs.
    @SuppressWarnings("unused")
    private long p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15;

    /** Starts at zero. */
    public PaddedCounter() {}
}
