package io.tidewatch.sdk.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tidewatch.sdk.DeliveryStats;
import io.tidewatch.sdk.DropReason;
import io.tidewatch.sdk.Tidewatch;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Shows what became of the events of a client as meters:
 *
 * <ul>
 *   <li>{@code tidewatch.sdk.events} with the tag {@code outcome}: {@code recorded}, {@code recovered}, {@code sampled-out},
 *       {@code delivered}, {@code duplicate} (delivered ones that the server had already)
 *   <li>{@code tidewatch.sdk.events.dropped} with the tag {@code reason}: {@code queue-full} and so on, all of
 *       {@link DropReason}
 *   <li>{@code tidewatch.sdk.events.pending} and {@code tidewatch.sdk.events.spooled}: waiting now, in memory and on disk
 * </ul>
 *
 * <p>Meters are read from {@link Tidewatch#stats()} when the registry asks; recording costs nothing more.
 */
public final class TidewatchMetrics implements MeterBinder {

    private static final String EVENTS = "tidewatch.sdk.events";

    private final Tidewatch tidewatch;
    private final Tags tags;

    /**
     * Meters of one client.
     *
     * @param tidewatch whose events
     * @param tags what tells this client from others, usually {@code Tags.of("model", key)}
     */
    public TidewatchMetrics(Tidewatch tidewatch, Iterable<Tag> tags) {
        this.tidewatch = Objects.requireNonNull(tidewatch, "tidewatch");
        this.tags = Tags.of(tags);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        outcome(registry, "recorded", DeliveryStats::recorded);
        outcome(registry, "recovered", DeliveryStats::recovered);
        outcome(registry, "sampled-out", DeliveryStats::sampledOut);
        outcome(registry, "delivered", DeliveryStats::delivered);
        outcome(registry, "duplicate", DeliveryStats::duplicates);
        for (DropReason reason : DropReason.values()) {
            FunctionCounter.builder(
                            EVENTS + ".dropped",
                            tidewatch,
                            client -> client.stats().dropped(reason))
                    .description("Events that will never reach the server")
                    .baseUnit("events")
                    .tags(tags.and(
                            "reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .register(registry);
        }
        Gauge.builder(EVENTS + ".pending", tidewatch, client -> client.stats().pending())
                .description("Events in memory, queued or in a request")
                .baseUnit("events")
                .tags(tags)
                .register(registry);
        Gauge.builder(EVENTS + ".spooled", tidewatch, client -> client.stats().spooled())
                .description("Events on disk, waiting for the server")
                .baseUnit("events")
                .tags(tags)
                .register(registry);
    }

    private void outcome(MeterRegistry registry, String outcome, ToDoubleFunction<DeliveryStats> count) {
        FunctionCounter.builder(EVENTS, tidewatch, client -> count.applyAsDouble(client.stats()))
                .description("Events since the client was built")
                .baseUnit("events")
                .tags(tags.and("outcome", outcome))
                .register(registry);
    }
}
