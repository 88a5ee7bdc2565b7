package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.organization.Quota;
import io.tidewatch.organization.Quota.KeyQuota;
import io.tidewatch.organization.QuotaService;
import io.tidewatch.organization.QuotaUsage;
import io.tidewatch.platform.limit.RateLimiter;
import io.tidewatch.platform.limit.RateLimiter.Claim;
import io.tidewatch.platform.limit.RateLimiter.Verdict;
import io.tidewatch.platform.limit.decision.Rate;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.security.Actor;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests with events in as far as the limits of the organization and of the API key allow, before anything of
 * them is read. Bytes and events are charged as what they turn out to be: a request is never too large for a limit of
 * the rate, but the next one waits until it is paid for.
 */
@ApplicationScoped
class IngestionDoor {

    /** Keys whose rates are in memory. */
    private static final int MAX_KEYS = 10_000;
    /** Bytes of an event on the wire, about; only until the true count is known. */
    private static final int TYPICAL_EVENT = 512;

    private final QuotaService quotas;
    private final QuotaUsage usage;
    private final LogStore log;
    private final LogConfig logConfig;
    private final EventAccounts accounts;
    private final DrainRate drainRate;
    private final Clock clock;
    private final RateLimiter limiter;

    IngestionDoor(
            QuotaService quotas,
            QuotaUsage usage,
            LogStore log,
            LogConfig logConfig,
            EventAccounts accounts,
            DrainRate drainRate,
            Clock clock) {
        this.quotas = quotas;
        this.usage = usage;
        this.log = log;
        this.logConfig = logConfig;
        this.accounts = accounts;
        this.drainRate = drainRate;
        this.clock = clock;
        this.limiter = new RateLimiter(clock, MAX_KEYS);
    }

    /**
     * Lets a request in, or not.
     *
     * @return fails with {@code rate-limited} and the time after which the same request is let in, or with {@code
     *     payload-too-large}
     */
    Uni<Passage> admit(Caller caller, IngestionBody body) {
        OrganizationId organization = caller.organization();
        return quotas.of(organization).chain(quota -> {
            if (quota.maxBodyBytes() != null && body.contentLength() > quota.maxBodyBytes()) {
                throw ErrorCode.PAYLOAD_TOO_LARGE.problem("The organization may send at most " + quota.maxBodyBytes()
                        + " bytes at once. Send fewer events at once.");
            }
            checkPending(organization, quota);
            return checkMonth(organization, quota).map(ignored -> admit(caller, quota, body));
        });
    }

    /** The claims of the organization's own limits, with nothing taken: to show what is left. */
    List<RateLimiter.State> look(OrganizationId organization, Quota quota) {
        return limiter.look(claims(organization, null, quota, 0, 0));
    }

    /** While the event store is slow or away, no organization takes the room of the others. */
    private void checkPending(OrganizationId organization, Quota quota) {
        long waiting = log.unstoredBytes();
        if ((double) waiting <= quota.pendingShare() * (double) logConfig.maxBytes()) {
            return;
        }
        PendingRoom room =
                new PendingRoom(logConfig.maxBytes(), waiting, accounts.pending(), accounts.pending(organization));
        long excess = room.excess(quota.pendingShare());
        if (excess > 0) {
            throw ErrorCode.RATE_LIMITED
                    .problem("More events of the organization wait for the event store than its share of the room."
                            + " Nothing was kept; send again after Retry-After seconds.")
                    .extension("limit", "pending")
                    .retryAfter(log.isStoring() ? drainRate.timeFor(excess) : DrainRate.LONGEST);
        }
    }

    private Uni<Void> checkMonth(OrganizationId organization, Quota quota) {
        if (quota.eventsPerMonth() == 0) {
            return Uni.createFrom().voidItem();
        }
        return usage.ofThisMonth(organization)
                .invoke(used -> {
                    if (used >= quota.eventsPerMonth()) {
                        Duration untilNextMonth = Duration.between(clock.instant(), usage.nextMonth());
                        throw ErrorCode.RATE_LIMITED
                                .problem("The organization has sent its " + quota.eventsPerMonth()
                                        + " events of this month.")
                                .extension("limit", "events-per-month")
                                .retryAfter(untilNextMonth);
                    }
                })
                .replaceWithVoid();
    }

    private Passage admit(Caller caller, Quota quota, IngestionBody body) {
        String keyId = caller.actor() instanceof Actor.Key key ? key.id() : null;
        long bytes = Math.max(0, body.contentLength());
        List<Claim> claims = claims(caller.organization(), keyId, quota, Math.max(1, bytes / TYPICAL_EVENT), bytes);
        Verdict verdict = limiter.admit(claims);
        RateHeaders headers = RateHeaders.of(verdict.states());
        Claim refusedBy = verdict.refusedBy();
        if (refusedBy != null) {
            ProblemException problem = ErrorCode.RATE_LIMITED
                    .problem("More than " + refusedBy.rate().perSecond() + " "
                            + (refusedBy.policy().endsWith("bytes") ? "bytes" : "events")
                            + " per second, which is the limit of the "
                            + (refusedBy.policy().startsWith("key-") ? "API key" : "organization")
                            + ". Nothing was kept; send again after Retry-After seconds.")
                    .extension("limit", refusedBy.policy())
                    .retryAfter(verdict.retryAfter());
            headers.forEach(problem::header);
            throw problem;
        }
        return new Passage(this, caller.organization(), quota, claims, headers, body);
    }

    private static List<Claim> claims(
            OrganizationId organization, @Nullable String keyId, Quota quota, long events, long bytes) {
        List<Claim> claims = new ArrayList<>(4);
        add(claims, organization.toString(), "events", quota.events(), events);
        add(claims, organization.toString(), "bytes", quota.bytes(), bytes);
        KeyQuota key = keyId == null ? null : quota.keys().get(keyId);
        if (key != null) {
            add(claims, String.valueOf(keyId), "key-events", key.events(), events);
            add(claims, String.valueOf(keyId), "key-bytes", key.bytes(), bytes);
        }
        return claims;
    }

    private static void add(List<Claim> claims, String owner, String policy, @Nullable Rate rate, long amount) {
        if (rate != null) {
            claims.add(new Claim(owner + "/" + policy, policy, rate, amount));
        }
    }

    void settle(Passage passage, long events, long bytes) {
        for (Claim claim : passage.claims()) {
            limiter.settle(claim, claim.policy().endsWith("bytes") ? bytes : events);
        }
        usage.add(passage.organization(), events);
    }
}
