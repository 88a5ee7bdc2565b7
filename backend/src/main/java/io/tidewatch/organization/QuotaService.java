package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.organization.Quota.KeyQuota;
import io.tidewatch.platform.tenancy.OrganizationCache;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The limits of organizations, at most the configured cache time old. */
@ApplicationScoped
public class QuotaService {

    private final TenantSession sessions;
    private final QuotaRepository quotas;
    private final QuotaConfig config;
    private final OrganizationCache<Quota> known;

    QuotaService(TenantSession sessions, QuotaRepository quotas, QuotaConfig config, Clock clock) {
        this.sessions = sessions;
        this.quotas = quotas;
        this.config = config;
        this.known = new OrganizationCache<>(this::read, config.cacheTime(), clock);
    }

    /** The limits in force for an organization. */
    public Uni<Quota> of(OrganizationId organization) {
        return known.get(organization);
    }

    /** Limits of single API keys; keys without any are left out. */
    Uni<Map<String, ApiKeyLimits>> ofKeys(OrganizationId organization, Set<String> keys) {
        return sessions.inOrganization(organization, session -> quotas.list("apiKeyId in ?1", keys))
                .map(rows -> rows.stream()
                        .filter(row -> !ApiKeyLimits.from(row).equals(ApiKeyLimits.NONE))
                        .collect(Collectors.toMap(row -> row.apiKeyId, ApiKeyLimits::from)));
    }

    /** Sets the limits of a key inside an open transaction; returns those before. */
    Uni<ApiKeyLimits> set(OrganizationId organization, String key, ApiKeyLimits limits, Instant now) {
        return read(organization)
                .invoke(limits::check)
                .chain(() -> quotas.findById(key))
                .chain(known -> {
                    ApiKeyLimits before = ApiKeyLimits.from(known);
                    QuotaEntity row = known == null ? new QuotaEntity() : known;
                    row.apiKeyId = key;
                    row.set(limits.toLimits(), now);
                    return (known == null
                                    ? quotas.persist(row)
                                    : Uni.createFrom().item(row))
                            .replaceWith(before);
                });
    }

    /** Reads the limits of an organization anew when they are asked for next. */
    void forget(OrganizationId organization) {
        known.forget(organization);
    }

    private Uni<Quota> read(OrganizationId organization) {
        return sessions.inOrganization(organization, session -> quotas.listAll())
                .map(this::toQuota);
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
}
