package io.tidewatch.retention;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Retention settings of the organization whose transaction is open. */
@ApplicationScoped
class RetentionRepository implements PanacheRepositoryBase<RetentionSettingEntity, String> {

    /** Days by id of the setting. */
    Uni<Map<String, Integer>> daysById() {
        return listAll().map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id, row -> row.days)));
    }

    /**
     * Sets or removes a setting.
     *
     * @param days null removes it
     * @return the days before; emits null if there was no setting
     */
    Uni<Integer> put(String id, @Nullable Integer days, Instant now) {
        return findById(id).chain(row -> {
            Integer before = row == null ? null : row.days;
            if (days == null) {
                return (row == null ? Uni.createFrom().voidItem() : delete(row)).replaceWith(before);
            }
            RetentionSettingEntity changed = row == null ? new RetentionSettingEntity() : row;
            changed.id = id;
            changed.days = days;
            changed.changedAt = now;
            return (row == null
                            ? persist(changed).replaceWithVoid()
                            : Uni.createFrom().voidItem())
                    .replaceWith(before);
        });
    }
}
