package io.tidewatch.organization;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Counts the events of each organization per calendar month. Counts in memory and writes down every few seconds, so the
 * count of the other backends is seen with that delay too.
 */
@ApplicationScoped
public class QuotaUsage {

    private static final Logger LOG = Logger.getLogger(QuotaUsage.class);

    private final TenantSession sessions;
    private final QuotaUsageRepository usage;
    private final Clock clock;
    private final Map<Key, Count> counts = new ConcurrentHashMap<>();

    QuotaUsage(TenantSession sessions, QuotaUsageRepository usage, Clock clock) {
        this.sessions = sessions;
        this.usage = usage;
        this.clock = clock;
    }

    /** Counts events of now. */
    public void add(OrganizationId organization, long events) {
        if (events > 0) {
            counts.compute(new Key(organization, month()), (key, known) -> {
                Count count = known == null ? new Count() : known;
                count.unwritten += events;
                return count;
            });
        }
    }

    /** Events of the current month as far as known here: what is written down, and what this backend will add. */
    public Uni<Long> ofThisMonth(OrganizationId organization) {
        Key key = new Key(organization, month());
        long known = counts.computeIfAbsent(key, ignored -> new Count()).sum();
        if (known >= 0) {
            return Uni.createFrom().item(known);
        }
        return sessions.inOrganization(organization, session -> usage.of(key.month()))
                .map(written -> note(key, written, 0));
    }

    /** The current calendar month in UTC, by its first day. */
    public LocalDate month() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    }

    /** When the next month begins. */
    public Instant nextMonth() {
        return month().plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Writes down what was counted and reads what the other backends wrote. */
    @Scheduled(
            every = "${tidewatch.quota.usage-interval:PT10S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "quota-usage")
    Uni<Void> write() {
        return Multi.createFrom()
                .iterable(List.copyOf(counts.keySet()))
                .onItem()
                .transformToUniAndConcatenate(this::write)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> write(Key key) {
        AtomicLong taken = new AtomicLong();
        // An organization that sent nothing is forgotten, and read again when it sends.
        counts.computeIfPresent(key, (ignored, count) -> {
            taken.set(count.unwritten);
            return count.unwritten == 0 ? null : count;
        });
        if (taken.get() == 0) {
            return Uni.createFrom().voidItem();
        }
        return sessions.inOrganization(
                        key.organization(),
                        session -> usage.add(key.month(), taken.get())
                                .chain(session::flush)
                                .chain(() -> usage.of(key.month())))
                .invoke(written -> note(key, written, taken.get()))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Events of %s are counted later: %s", key.organization(), failure))
                .onFailure()
                .recoverWithNull();
    }

    private long note(Key key, long written, long taken) {
        AtomicLong sum = new AtomicLong(written);
        counts.computeIfPresent(key, (ignored, count) -> {
            count.written = written;
            count.unwritten -= taken;
            sum.set(count.sum());
            return count;
        });
        return sum.get();
    }

    private record Key(OrganizationId organization, LocalDate month) {}

    /** Changed inside of the map's own locks only. */
    private static final class Count {

        private static final long UNKNOWN = -1;

        private long written = UNKNOWN;
        private long unwritten;

        /** What is known of the month, or -1 as long as nothing was read. */
        private long sum() {
            return written == UNKNOWN ? UNKNOWN : written + unwritten;
        }
    }
}
