package io.tidewatch.demo.replay;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells people how far the replay is: one line, at most once a second. */
public final class ReplayProgress {
    private static final int BAR_WIDTH = 20;
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final long total;
    private final Consumer<String> out;
    private final LongSupplier nanoTime;
    private final long startedAt;
    private long done;
    private long sentNow;
    private long lastLineAt;

    /**
     * @param total flights of the whole replay
     * @param done how many of them an earlier run has sent
     * @param out takes each line
     * @param nanoTime a clock as {@link System#nanoTime()}
     */
    public ReplayProgress(long total, long done, Consumer<String> out, LongSupplier nanoTime) {
        this.total = total;
        this.done = done;
        this.out = out;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
        this.lastLineAt = startedAt - PAUSE_NANOS;
    }

    /** Flights sent now, the last of them on that day of the replay. */
    void sent(long flights, LocalDate day) {
        done += flights;
        sentNow += flights;
        long now = nanoTime.getAsLong();
        if (now - lastLineAt >= PAUSE_NANOS || done == total) {
            lastLineAt = now;
            out.accept(line(now, day));
        }
    }

    /** Flights sent by this run and those before it. */
    long done() {
        return done;
    }

    private String line(long now, LocalDate day) {
        double share = total == 0 ? 1 : (double) done / total;
        int filled = (int) (share * BAR_WIDTH);
        double seconds = Math.max(1e-3, (now - startedAt) / 1e9);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %,d of %,d flights, %,d/s, at %s",
                "#".repeat(filled),
                ".".repeat(BAR_WIDTH - filled),
                (int) (share * 100),
                done,
                total,
                Math.round(sentNow / seconds),
                day);
    }
}
