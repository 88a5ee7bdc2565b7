package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.QuotaResponse.MonthResponse;
import io.tidewatch.ingestion.QuotaResponse.PendingResponse;
import io.tidewatch.ingestion.QuotaResponse.RateResponse;
import io.tidewatch.organization.Quota;
import io.tidewatch.organization.QuotaService;
import io.tidewatch.organization.QuotaUsage;
import io.tidewatch.platform.limit.RateLimiter;
import io.tidewatch.platform.tenancy.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts limits and use side by side. */
@ApplicationScoped
class QuotaState {

    private final QuotaService quotas;
    private final QuotaUsage usage;
    private final IngestionDoor door;
    private final EventAccounts accounts;
    private final IngestionConfig config;

    QuotaState(
            QuotaService quotas, QuotaUsage usage, IngestionDoor door, EventAccounts accounts, IngestionConfig config) {
        this.quotas = quotas;
        this.usage = usage;
        this.door = door;
        this.accounts = accounts;
        this.config = config;
    }

    /** The limits of an organization and their use at this moment. */
    Uni<QuotaResponse> of(OrganizationId organization) {
        return quotas.of(organization)
                .chain(quota -> usage.ofThisMonth(organization).map(used -> response(organization, quota, used)));
    }

    private QuotaResponse response(OrganizationId organization, Quota quota, long usedThisMonth) {
        List<RateResponse> rates =
                door.look(organization, quota).stream().map(QuotaState::rate).toList();
        long pending = accounts.pending(organization);
        return new QuotaResponse(
                rates,
                new MonthResponse(
                        usage.month(), usedThisMonth, quota.eventsPerMonth() == 0 ? null : quota.eventsPerMonth()),
                new PendingResponse(pending, quota.pendingShare()),
                quota.maxBodyBytes() == null
                        ? config.maxBodyBytes()
                        : Math.min(quota.maxBodyBytes(), config.maxBodyBytes()),
                quota.maxFeatures() == null
                        ? config.maxFeatures()
                        : Math.min(quota.maxFeatures(), config.maxFeatures()));
    }

    private static RateResponse rate(RateLimiter.State state) {
        return new RateResponse(
                state.claim().policy(),
                state.claim().rate().perSecond(),
                state.claim().rate().burst(),
                state.remaining());
    }
}
