package io.tidewatch.organization;

import io.tidewatch.platform.limit.decision.Rate;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Limits of one API key, as the audit holds them too. What is null is limited by the organization alone.
 *
 * @param eventsPerSecond events per second in the long run
 * @param eventBurst events at once after a pause; without it, ten seconds' worth
 * @param bytesPerSecond bytes per second as sent, in the long run
 * @param byteBurst bytes at once after a pause; without it, ten seconds' worth
 */
record ApiKeyLimits(
        @Nullable Long eventsPerSecond,
        @Nullable Long eventBurst,
        @Nullable Long bytesPerSecond,
        @Nullable Long byteBurst) {

    /** No limit but the organization's. */
    static final ApiKeyLimits NONE = new ApiKeyLimits(null, null, null, null);

    static ApiKeyLimits from(@Nullable QuotaEntity row) {
        return row == null
                ? NONE
                : new ApiKeyLimits(row.eventsPerSecond, row.eventBurst, row.bytesPerSecond, row.byteBurst);
    }

    QuotaLimits toLimits() {
        return new QuotaLimits(eventsPerSecond, eventBurst, bytesPerSecond, byteBurst, null, null, null, null);
    }

    /** Fails with {@code validation-failed} for what is not below the organization's limits, and for a burst alone. */
    void check(Quota organization) {
        ProblemException problem = ErrorCode.VALIDATION_FAILED.problem();
        check(problem, "eventsPerSecond", eventsPerSecond, organization.events());
        check(problem, "bytesPerSecond", bytesPerSecond, organization.bytes());
        burst(problem, "eventBurst", eventsPerSecond, eventBurst);
        burst(problem, "byteBurst", bytesPerSecond, byteBurst);
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    private static void check(ProblemException problem, String field, @Nullable Long own, @Nullable Rate organization) {
        if (own != null && organization != null && own > organization.perSecond()) {
            problem.violation(
                    field, "out-of-range", "must not be above the organization's " + organization.perSecond());
        }
    }

    private static void burst(ProblemException problem, String field, @Nullable Long rate, @Nullable Long burst) {
        if (burst != null && rate == null) {
            problem.violation(field, "invalid-value", "needs a rate beside it");
        }
    }
}
