package io.tidewatch.audit;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Audit entries of the organization whose transaction is open. */
@ApplicationScoped
class AuditEntryRepository implements PanacheRepositoryBase<AuditEntryEntity, UUID> {

    /** Entries newest first: one row more than the page if there are more. */
    Uni<List<AuditEntryEntity>> newestFirst(PageRequest request) {
        long before = request.isFirst() ? Long.MAX_VALUE : request.number(0);
        return find("sequence < ?1 order by sequence desc", before)
                .range(0, request.limit())
                .list();
    }
}
