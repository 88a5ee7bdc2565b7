package io.tidewatch.platform.job;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.tenancy.Doors;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Queues of work across organizations. A worker claims ids, enters the organization of each, does the work there and
 * finishes the job in the same transaction. A job that is not finished comes back after its lease: work must be
 * repeatable.
 */
@ApplicationScoped
public class JobQueue {

    private final Doors doors;
    private final TenantSession sessions;
    private final Clock clock;

    JobQueue(Doors doors, TenantSession sessions, Clock clock) {
        this.doors = doors;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A claimed job; {@code attempts} counts this one. */
    public record Job(String queue, OrganizationId organization, UUID id, Instant dueAt, int attempts) {}

    /** Adds a job in the organization's transaction; one that waits already becomes due at the earlier time. */
    public Uni<Void> enqueue(String queue, OrganizationId organization, UUID id, Instant dueAt) {
        return sessions.inOrganization(
                organization, session -> doors.within(session, "enqueue_job", List.of(queue, id, dueAt)));
    }

    /**
     * Takes due jobs, oldest first. No other worker gets them before the lease ends.
     *
     * @param limit how many at most
     * @param lease how long the work may take
     */
    public Uni<List<Job>> claim(String queue, int limit, Duration lease) {
        Instant now = clock.instant();
        return doors.call(
                "claim_jobs",
                List.of(
                        queue,
                        limit,
                        now.atOffset(ZoneOffset.UTC),
                        now.plus(lease).atOffset(ZoneOffset.UTC)),
                row -> new Job(
                        queue,
                        new OrganizationId(row.getUUID("organization_id")),
                        row.getUUID("id"),
                        row.getOffsetDateTime("due_at").toInstant(),
                        row.getInteger("attempts")));
    }

    /** Removes a job in the organization's transaction, with the work. */
    public Uni<Void> finish(Job job) {
        return sessions.inOrganization(
                job.organization(), session -> doors.within(session, "finish_job", List.of(job.queue(), job.id())));
    }

    /** Keeps a claimed job from other workers until a time. */
    public Uni<Void> extend(Job job, Instant until) {
        return sessions.inOrganization(
                job.organization(),
                session -> doors.within(session, "extend_job", List.of(job.queue(), job.id(), until)));
    }

    /** Puts a job off until a time, with its attempts counted anew. */
    public Uni<Void> postpone(Job job, Instant dueAt) {
        return sessions.inOrganization(
                job.organization(),
                session -> doors.within(session, "finish_job", List.of(job.queue(), job.id()))
                        .chain(() -> doors.within(session, "enqueue_job", List.of(job.queue(), job.id(), dueAt))));
    }
}
