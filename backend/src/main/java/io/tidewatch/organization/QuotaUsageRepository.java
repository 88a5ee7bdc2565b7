package io.tidewatch.organization;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Events per month of the organization whose transaction is open. */
@ApplicationScoped
class QuotaUsageRepository implements PanacheRepositoryBase<QuotaUsageEntity, LocalDate> {

    /** Adds to a month; two backends that add the first events at the same moment: one of them fails and adds later. */
    Uni<Void> add(LocalDate month, long events) {
        return update("events = events + ?1 where month = ?2", events, month).chain(changed -> {
            if (changed > 0) {
                return Uni.createFrom().voidItem();
            }
            QuotaUsageEntity row = new QuotaUsageEntity();
            row.month = month;
            row.events = events;
            return persist(row).replaceWithVoid();
        });
    }

    /** Events of a month. */
    Uni<Long> of(LocalDate month) {
        return find("month", month).firstResult().map(row -> row == null ? 0L : row.events);
    }
}
