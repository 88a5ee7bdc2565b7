package io.tidewatch.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Reads audit entries: page by page, or all of them as a stream. */
@ApplicationScoped
class AuditReader {

    /** The most entries that one export holds. */
    static final int MAX_EXPORTED = 100_000;

    private static final int CHUNK = 500;

    private final TenantSession sessions;
    private final AuditEntryRepository entries;

    AuditReader(TenantSession sessions, AuditEntryRepository entries) {
        this.sessions = sessions;
        this.entries = entries;
    }

    /** A page of the entries of an organization, newest first. */
    Uni<Page<AuditEntry>> page(OrganizationId organization, AuditFilter filter, PageRequest request) {
        long below = request.isFirst() ? Long.MAX_VALUE : request.number(0);
        return sessions.inOrganization(organization, session -> entries.newestFirst(filter, below, request.limit() + 1))
                .map(rows -> request.page(rows, row -> List.of(Long.toString(row.sequence)))
                        .map(AuditEntryEntity::toDomain));
    }

    /** Fails with {@code audit-export-too-large} for more entries than one export holds. */
    Uni<Void> requireExportable(OrganizationId organization, AuditFilter filter) {
        return sessions.inOrganization(organization, session -> entries.count(filter))
                .invoke(count -> {
                    if (count > MAX_EXPORTED) {
                        throw ErrorCode.AUDIT_EXPORT_TOO_LARGE
                                .problem("More than " + MAX_EXPORTED + " entries match. Ask for a shorter time range.")
                                .extension("limit", MAX_EXPORTED);
                    }
                })
                .replaceWithVoid();
    }

    /**
     * All entries, newest first, in chunks that are read when the receiver asks for them. Each chunk has its own short
     * transaction; entries are never changed, so the whole is what one transaction would have seen.
     */
    Multi<List<AuditEntry>> stream(OrganizationId organization, AuditFilter filter) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicLong(Long.MAX_VALUE),
                        below -> chunk(organization, filter, below.get()).invoke(chunk -> {
                            if (!chunk.isEmpty()) {
                                below.set(chunk.getLast().sequence());
                            }
                        }))
                .whilst(chunk -> chunk.size() == CHUNK);
    }

    private Uni<List<AuditEntry>> chunk(OrganizationId organization, AuditFilter filter, long below) {
        return sessions.inOrganization(organization, session -> entries.newestFirst(filter, below, CHUNK))
                .map(rows -> rows.stream().map(AuditEntryEntity::toDomain).toList());
    }
}
