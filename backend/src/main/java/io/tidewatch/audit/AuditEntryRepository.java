package io.tidewatch.audit;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Audit entries of the organization whose transaction is open. */
@ApplicationScoped
class AuditEntryRepository implements PanacheRepositoryBase<AuditEntryEntity, UUID> {

    /** Entries below a sequence, newest first, at most {@code limit}. */
    Uni<List<AuditEntryEntity>> newestFirst(AuditFilter filter, long below, int limit) {
        Map<String, Object> values = new HashMap<>();
        String meant = meant(filter, below, values);
        return find(meant + " order by sequence desc", values)
                .range(0, limit - 1)
                .list();
    }

    /** How many entries there are. */
    Uni<Long> count(AuditFilter filter) {
        Map<String, Object> values = new HashMap<>();
        return count(meant(filter, Long.MAX_VALUE, values), values);
    }

    private static String meant(AuditFilter filter, long below, Map<String, Object> values) {
        StringBuilder where = new StringBuilder("sequence < :below");
        values.put("below", below);
        if (filter.actor() != null) {
            where.append(" and (actorId = :actor or lower(actorName) like :actorName escape '!')");
            values.put("actor", filter.actor());
            values.put("actorName", "%" + literally(filter.actor().toLowerCase(Locale.ROOT)) + "%");
        }
        if (filter.action() != null) {
            where.append(" and (action = :action or action like :actions escape '!')");
            values.put("action", filter.action());
            values.put("actions", literally(filter.action()) + ".%");
        }
        if (filter.resourceType() != null) {
            where.append(" and resourceType = :resourceType");
            values.put("resourceType", filter.resourceType());
        }
        if (filter.resourceId() != null) {
            where.append(" and resourceId = :resourceId");
            values.put("resourceId", filter.resourceId());
        }
        if (filter.from() != null) {
            where.append(" and at >= :from");
            values.put("from", filter.from());
        }
        if (filter.to() != null) {
            where.append(" and at < :to");
            values.put("to", filter.to());
        }
        return where.toString();
    }

    /** A text in which no character stands for others. */
    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
