package io.tidewatch.platform.tenancy;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Something of each organization, kept in memory for a few seconds. What is stale is used once more while it is read anew
 * in the background, so that no request waits for the database but the first of an organization, and a database that is
 * away stops nobody.
 */
public final class OrganizationCache<V> {

    private static final Logger LOG = Logger.getLogger(OrganizationCache.class);
    private static final int MAX_KEPT = 10_000;

    private final Function<OrganizationId, Uni<V>> reader;
    private final Duration kept;
    private final Clock clock;
    private final Map<OrganizationId, Entry<V>> entries = new ConcurrentHashMap<>();

    /**
     * An empty cache.
     *
     * @param reader reads the value of an organization
     * @param kept how long a value is used before it is read anew
     */
    public OrganizationCache(Function<OrganizationId, Uni<V>> reader, Duration kept, Clock clock) {
        this.reader = reader;
        this.kept = kept;
        this.clock = clock;
    }

    /** The value of an organization. */
    public Uni<V> get(OrganizationId organization) {
        Entry<V> entry = entries.get(organization);
        if (entry == null) {
            return read(organization);
        }
        if (!clock.instant().isBefore(entry.until())) {
            // Only the first that finds it stale reads; the others go on with what is there.
            Entry<V> meanwhile = new Entry<>(entry.value(), clock.instant().plus(kept));
            if (entries.replace(organization, entry, meanwhile)) {
                read(organization)
                        .subscribe()
                        .with(
                                ignored -> {},
                                failure -> LOG.warnf("Settings of %s stay as they were: %s", organization, failure));
            }
        }
        return Uni.createFrom().item(entry.value());
    }

    /** Reads the value of an organization anew when it is asked for next. */
    public void forget(OrganizationId organization) {
        entries.remove(organization);
    }

    private Uni<V> read(OrganizationId organization) {
        return reader.apply(organization).invoke(value -> {
            if (entries.size() >= MAX_KEPT) {
                entries.clear();
            }
            entries.put(organization, new Entry<>(value, clock.instant().plus(kept)));
        });
    }

    private record Entry<V>(V value, Instant until) {}
}
