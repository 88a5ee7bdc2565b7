package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drift of all features over time. */
public record DriftHistory(List<Series> features) {

    /** One feature over time. */
    public record Series(String name, List<Point> points) {}

    /** One window of a feature's history. */
    public record Point(
            Instant start,
            @Nullable Instant end,
            long n,
            @Nullable Double effect,
            @Nullable Double psi,
            @Nullable Double ks,
            @Nullable String status) {}

    /** The history of one feature, as its own address gives it. */
    public record OfFeature(List<Point> points) {}
}
