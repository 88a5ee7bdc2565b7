package io.tidewatch.retention;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.ingestion.EventAccounts;
import io.tidewatch.ingestion.LogResidue;
import io.tidewatch.ingestion.Tombstones;
import io.tidewatch.platform.job.JobHandler;
import io.tidewatch.platform.job.JobQueue.Job;
import io.tidewatch.platform.security.Actor;
import io.tidewatch.platform.tenancy.Doors;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.tidewatch.retention.Erasure.Kind;
import io.tidewatch.retention.Erasure.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Erases, step by step; each step can be repeated, so that a kill at any point costs a repetition at most.
 *
 * <ol>
 *   <li>Counts the rows and sets the tombstone, then waits until every backend knows it.
 *   <li>Removes the rows from every event table and counts again.
 *   <li>Waits until the write-ahead log holds nothing from before the tombstone, then removes and counts once more.
 *   <li>All zero: forgets the entity id itself, or removes the organization from PostgreSQL. The record stays as proof.
 * </ol>
 */
@ApplicationScoped
class ErasureJob implements JobHandler {

    static final String QUEUE = "erasure";

    private static final Logger LOG = Logger.getLogger(ErasureJob.class);
    private static final Actor ACTOR = new Actor.Server("erasure");
    private static final Duration LOG_CHECKED_EVERY = Duration.ofSeconds(20);
    private static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final TenantSession sessions;
    private final ErasureRepository erasures;
    private final ErasureQueries queries;
    private final Tombstones tombstones;
    private final LogResidue log;
    private final EventAccounts accounts;
    private final Doors doors;
    private final AuditLog audit;
    private final RetentionConfig config;
    private final Clock clock;

    ErasureJob(
            TenantSession sessions,
            ErasureRepository erasures,
            ErasureQueries queries,
            Tombstones tombstones,
            LogResidue log,
            EventAccounts accounts,
            Doors doors,
            AuditLog audit,
            RetentionConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.erasures = erasures;
        this.queries = queries;
        this.tombstones = tombstones;
        this.log = log;
        this.accounts = accounts;
        this.doors = doors;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public Duration lease() {
        return config.erasureLease();
    }

    @Override
    public Uni<Outcome> run(Job job) {
        return sessions.inOrganization(
                        job.organization(),
                        session -> erasures.findById(job.id()).map(row -> Work.of(job.organization(), row)))
                .chain(work -> {
                    if (work == null) {
                        return Uni.createFrom().item(new Outcome.Done());
                    }
                    return switch (work.status()) {
                        case REQUESTED ->
                            clock.instant().isBefore(work.dueAt())
                                    ? Uni.createFrom().item(new Outcome.Again(work.dueAt()))
                                    : begin(work);
                        case ERASING -> erase(work);
                        case FINISHED, CANCELLED -> Uni.createFrom().item(new Outcome.Done());
                    };
                });
    }

    private Uni<Outcome> begin(Work work) {
        Instant now = clock.instant();
        return note(work)
                .chain(() -> count(work))
                .chain(counts -> sessions.inOrganization(
                        work.organization(),
                        // Locked, because a lease may end while its step goes on.
                        session -> erasures.findById(work.id(), LockModeType.PESSIMISTIC_WRITE)
                                .chain(row -> {
                                    if (row.status != Status.REQUESTED) {
                                        return Uni.createFrom().voidItem();
                                    }
                                    row.status = Status.ERASING;
                                    row.erasedBefore = now;
                                    row.countsBefore = ErasureEntity.json(counts);
                                    return tombstones.add(
                                            work.organization(),
                                            work.kind() == Kind.ENTITY ? work.subject() : null,
                                            work.kind() == Kind.ENTITY ? now : FOR_EVER);
                                })))
                .invoke(() -> tombstones.forget(work.organization()))
                .map(ignored -> new Outcome.Again(now.plus(Tombstones.KNOWN_EVERYWHERE)));
    }

    private Uni<Outcome> erase(Work work) {
        return log.oldest()
                .chain(oldest -> note(work)
                        .chain(() -> remove(work))
                        .chain(() -> count(work))
                        .chain(counts -> keep(work, counts).chain(() -> next(work, counts, oldest))));
    }

    private Uni<Outcome> next(Work work, Map<String, Long> counts, Optional<Instant> oldestInLog) {
        boolean empty = counts.values().stream().allMatch(n -> n == 0);
        boolean logIsClear = oldestInLog.isEmpty() || !oldestInLog.get().isBefore(work.erasedBefore());
        if (!empty || !logIsClear) {
            LOG.infof("Erasure %s goes on: rows left %s, oldest event in the log %s", work.id(), counts, oldestInLog);
            return Uni.createFrom().item(new Outcome.Again(clock.instant().plus(LOG_CHECKED_EVERY)));
        }
        return (work.kind() == Kind.ENTITY ? finishEntity(work, counts) : finishOrganization(work))
                .invoke(() -> LOG.infof("Erasure %s has finished: nothing is left", work.id()))
                .replaceWith(new Outcome.Done());
    }

    private Uni<Void> note(Work work) {
        return work.kind() == Kind.ENTITY
                ? queries.note(work.organization(), work.id(), work.subject())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> remove(Work work) {
        return work.kind() == Kind.ENTITY
                ? queries.removeEntity(work.organization(), work.id(), work.subject())
                : queries.removeOrganization(work.organization());
    }

    private Uni<Map<String, Long>> count(Work work) {
        return work.kind() == Kind.ENTITY
                ? queries.countEntity(work.organization(), work.id(), work.subject())
                : queries.countOrganization(work.organization());
    }

    private Uni<Void> keep(Work work, Map<String, Long> counts) {
        return sessions.inOrganization(
                work.organization(),
                session -> erasures.findById(work.id())
                        .invoke(row -> {
                            row.countsAfter = ErasureEntity.json(counts);
                            row.verifiedAt = clock.instant();
                        })
                        .replaceWithVoid());
    }

    private Uni<Void> finishEntity(Work work, Map<String, Long> counts) {
        return queries.forget(work.organization(), work.id())
                .chain(() -> sessions.inOrganization(
                        work.organization(),
                        session -> erasures.findById(work.id()).chain(row -> {
                            row.status = Status.FINISHED;
                            row.subject = null;
                            row.finishedAt = clock.instant();
                            return audit.record(
                                    work.organization(),
                                    ACTOR,
                                    new AuditEvent(
                                            "erasure.finished",
                                            "erasure",
                                            work.id().toString(),
                                            null,
                                            Map.of("subjectHash", row.subjectHash, "rowsLeft", counts)));
                        })));
    }

    private Uni<Void> finishOrganization(Work work) {
        return sessions.inOrganization(
                        work.organization(), session -> doors.within(session, "erase_organization", List.of(work.id())))
                .invoke(() -> accounts.forget(work.organization()));
    }

    /** An erasure as the steps need it. */
    private record Work(
            OrganizationId organization,
            UUID id,
            Kind kind,
            Status status,
            String subject,
            Instant dueAt,
            Instant erasedBefore) {

        static @Nullable Work of(OrganizationId organization, @Nullable ErasureEntity row) {
            return row == null
                    ? null
                    : new Work(
                            organization,
                            row.id,
                            row.kind,
                            row.status,
                            row.subject == null ? "" : row.subject,
                            row.dueAt,
                            row.erasedBefore == null ? row.dueAt : row.erasedBefore);
        }
    }
}
