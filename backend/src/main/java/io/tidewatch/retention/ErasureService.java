package io.tidewatch.retention;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.ingestion.Tombstones;
import io.tidewatch.platform.job.JobQueue;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.tidewatch.retention.Erasure.Kind;
import io.tidewatch.retention.Erasure.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes requests to erase; {@link ErasureJob} does the work. */
@ApplicationScoped
public class ErasureService {

    private final TenantSession sessions;
    private final ErasureRepository erasures;
    private final Tombstones tombstones;
    private final JobQueue jobs;
    private final AuditLog audit;
    private final RetentionConfig config;
    private final Clock clock;

    ErasureService(
            TenantSession sessions,
            ErasureRepository erasures,
            Tombstones tombstones,
            JobQueue jobs,
            AuditLog audit,
            RetentionConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.erasures = erasures;
        this.tombstones = tombstones;
        this.jobs = jobs;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** Asks for the erasure of everything about an entity; it begins at once. */
    Uni<Erasure> eraseEntity(Caller caller, String entityId) {
        return request(caller, Kind.ENTITY, entityId, clock.instant());
    }

    /**
     * Asks for the erasure of the organization; it begins after the configured grace. Asking again changes nothing.
     *
     * @param confirmation must be the organization's key, else fails with {@code validation-failed}
     */
    Uni<Erasure> eraseOrganization(Caller caller, String confirmation) {
        if (!confirmation.equals(caller.organizationKey())) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem()
                    .violation("confirmation", "invalid-value", "must be the key of the organization");
        }
        return request(
                caller,
                Kind.ORGANIZATION,
                caller.organizationKey(),
                clock.instant().plus(config.erasureGrace()));
    }

    /** The erasures of the organization, newest first. */
    Uni<Page<Erasure>> list(OrganizationId organization, PageRequest request) {
        return sessions.inOrganization(organization, session -> erasures.newestFirst(request))
                .map(rows ->
                        request.page(rows, row -> List.of(row.id.toString())).map(ErasureEntity::toDomain));
    }

    /** One erasure; fails with {@code erasure-not-found}. */
    Uni<Erasure> get(OrganizationId organization, UUID id) {
        return sessions.inOrganization(organization, session -> find(id)).map(ErasureEntity::toDomain);
    }

    /** Calls an erasure off that has not begun; fails with {@code conflict} for another. */
    Uni<Erasure> cancel(Caller caller, UUID id) {
        return sessions.inOrganization(
                caller.organization(),
                session -> find(id).chain(row -> {
                    if (row.status == Status.CANCELLED) {
                        return Uni.createFrom().item(row.toDomain());
                    }
                    if (row.status != Status.REQUESTED) {
                        throw ErrorCode.CONFLICT.problem("The erasure has begun and can't be cancelled any more.");
                    }
                    row.status = Status.CANCELLED;
                    row.subject = null;
                    return audit.record(
                                    caller,
                                    new AuditEvent(
                                            "erasure.cancelled",
                                            "erasure",
                                            id.toString(),
                                            Map.of("status", "requested"),
                                            Map.of("status", "cancelled")))
                            .replaceWith(row::toDomain);
                }));
    }

    private Uni<ErasureEntity> find(UUID id) {
        return erasures.findById(id).onItem().ifNull().failWith(ErrorCode.ERASURE_NOT_FOUND::problem);
    }

    private Uni<Erasure> request(Caller caller, Kind kind, String subject, Instant dueAt) {
        OrganizationId organization = caller.organization();
        return sessions.inOrganization(
                organization,
                session -> tombstones
                        .hash(organization, subject)
                        .chain(hash -> erasures.open(kind, hash).chain(open -> {
                            if (open != null) {
                                return Uni.createFrom().item(open.toDomain());
                            }
                            ErasureEntity row = new ErasureEntity();
                            row.kind = kind;
                            row.status = Status.REQUESTED;
                            row.subject = subject;
                            row.subjectHash = hash;
                            row.requestedBy = caller.actor().id();
                            row.requestedAt = clock.instant();
                            row.dueAt = dueAt;
                            return erasures.persist(row)
                                    .chain(session::flush)
                                    .chain(() -> audit.record(
                                            caller,
                                            AuditEvent.created(
                                                    "erasure",
                                                    row.id.toString(),
                                                    Map.of(
                                                            "kind",
                                                            kind.name(),
                                                            "subjectHash",
                                                            hash,
                                                            "dueAt",
                                                            dueAt.toString()))))
                                    .chain(() -> jobs.enqueue(ErasureJob.QUEUE, organization, row.id, dueAt))
                                    .replaceWith(row::toDomain);
                        })));
    }
}
