package io.tidewatch.retention;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.job.JobHandler;
import io.tidewatch.platform.job.JobQueue.Job;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Brings stored rows of a model in line after a change of its retention. Rows that are kept for longer than they should
 * are removed day by day as they pass the new age, until the last of them is gone; rows that are kept for a shorter time
 * are moved. The id of a job is that of the model.
 */
@ApplicationScoped
class RetentionJob implements JobHandler {

    static final String QUEUE = "retention";

    private static final Logger LOG = Logger.getLogger(RetentionJob.class);
    private static final Duration EVERY = Duration.ofDays(1);

    private final TenantSession sessions;
    private final RetentionRepository settings;
    private final StoredRetention stored;
    private final RetentionQueries queries;
    private final Clock clock;

    RetentionJob(
            TenantSession sessions,
            RetentionRepository settings,
            StoredRetention stored,
            RetentionQueries queries,
            Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.stored = stored;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public Duration lease() {
        return Duration.ofHours(2);
    }

    @Override
    public Uni<Outcome> run(Job job) {
        OrganizationId organization = job.organization();
        UUID model = job.id();
        return sessions.inOrganization(organization, session -> settings.daysById())
                .map(days -> stored.resolve(days, model.toString()).days())
                .chain(days -> align(organization, model, days));
    }

    private Uni<Outcome> align(OrganizationId organization, UUID model, int days) {
        Instant before = clock.instant().minus(Duration.ofDays(days));
        return queries.removeExpired(organization, model, days, before)
                .chain(() -> queries.otherRows(organization, model, days))
                .chain(rows -> rows.movable() == 0
                        ? Uni.createFrom().item(rows)
                        : queries.extend(organization, model, days)
                                .chain(() -> queries.otherRows(organization, model, days)))
                .map(rows -> {
                    LOG.infof(
                            "Retention of model %s is %d days; %d rows of a longer one are left",
                            model, days, rows.longer());
                    return rows.longer() == 0 && rows.movable() == 0
                            ? new Outcome.Done()
                            : new Outcome.Again(clock.instant().plus(EVERY));
                });
    }
}
