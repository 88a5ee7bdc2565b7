package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.organization.Quota.KeyQuota;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The limits of organizations, kept in memory for a few seconds. What is stale is used once more while it is read anew
 * in the background, so that a request never waits for the database but the first of an organization, and a database
 * that is away stops nobody.
 */
@ApplicationScoped
public class QuotaService {

    private static final Logger LOG = Logger.getLogger(QuotaService.class);
    private static final int MAX_KEPT = 10_000;

    private final TenantSession sessions;
    private final QuotaRepository quotas;
    private final QuotaConfig config;
    private final Clock clock;
    private final Map<OrganizationId, Kept> known = new ConcurrentHashMap<>();

    QuotaService(TenantSession sessions, QuotaRepository quotas, QuotaConfig config, Clock clock) {
        this.sessions = sessions;
        this.quotas = quotas;
        this.config = config;
        this.clock = clock;
    }

    /** The limits in force for an organization; at most the configured cache time old once they were read. */
    public Uni<Quota> of(OrganizationId organization) {
        Kept kept = known.get(organization);
        if (kept == null) {
            return read(organization);
        }
        if (!clock.instant().isBefore(kept.until())) {
            // Only the first request that finds it stale reads; the others go on with what is there.
            Kept meanwhile = new Kept(kept.quota(), clock.instant().plus(config.cacheTime()));
            if (known.replace(organization, kept, meanwhile)) {
                read(organization)
                        .subscribe()
                        .with(
                                ignored -> {},
                                failure -> LOG.warnf("Quotas of %s stay as they were: %s", organization, failure));
            }
        }
        return Uni.createFrom().item(kept.quota());
    }

    /** Forgets what is in memory; for a change on this backend that is to count at once. */
    void forget(OrganizationId organization) {
        known.remove(organization);
    }

    private Uni<Quota> read(OrganizationId organization) {
        return sessions.inOrganization(organization, session -> quotas.listAll())
                .map(this::toQuota)
                .invoke(quota -> {
                    if (known.size() >= MAX_KEPT) {
                        known.clear();
                    }
                    known.put(organization, new Kept(quota, clock.instant().plus(config.cacheTime())));
                });
    }

    private Quota toQuota(List<QuotaEntity> rows) {
        Map<String, KeyQuota> keys = new HashMap<>();
        QuotaLimits own = new QuotaLimits(null, null, null, null, null, null, null, null);
        for (QuotaEntity row : rows) {
            if (row.apiKeyId.equals(QuotaEntity.ORGANIZATION)) {
                own = row.limits();
            } else {
                keys.put(row.apiKeyId, row.toKeyQuota());
            }
        }
        return new Quota(
                QuotaEntity.rate(
                        own.eventsPerSecond(), own.eventBurst(), config.eventsPerSecond(), config.eventBurst()),
                QuotaEntity.rate(own.bytesPerSecond(), own.byteBurst(), config.bytesPerSecond(), config.byteBurst()),
                or(own.eventsPerMonth(), config.eventsPerMonth()),
                own.pendingShare() == null ? config.pendingShare() : own.pendingShare(),
                own.maxBodyBytes(),
                own.maxFeatures(),
                keys);
    }

    private static long or(@Nullable Long own, long otherwise) {
        return own == null ? otherwise : own;
    }

    private record Kept(Quota quota, Instant until) {}
}
