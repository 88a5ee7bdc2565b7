package io.tidewatch.retention;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.retention.Erasure.Kind;
import io.tidewatch.retention.Erasure.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Erasures of the organization whose transaction is open. */
@ApplicationScoped
class ErasureRepository implements PanacheRepositoryBase<ErasureEntity, UUID> {

    /** Newest first: one row more than the page if there are more. */
    Uni<List<ErasureEntity>> newestFirst(PageRequest request) {
        return (request.isFirst() ? find("order by id desc") : find("id < ?1 order by id desc", request.uuid(0)))
                .range(0, request.limit())
                .list();
    }

    /** The one that is not over, of the same subject; emits null if there is none. */
    Uni<ErasureEntity> open(Kind kind, String subjectHash) {
        return find(
                        "kind = ?1 and subjectHash = ?2 and status in ?3",
                        kind,
                        subjectHash,
                        List.of(Status.REQUESTED, Status.ERASING))
                .firstResult();
    }
}
