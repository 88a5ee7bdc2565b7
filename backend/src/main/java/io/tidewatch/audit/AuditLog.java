package io.tidewatch.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Actor;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes audit entries. */
@ApplicationScoped
public class AuditLog {

    private final TenantSession sessions;
    private final AuditEntryRepository entries;
    private final ObjectMapper json;
    private final Clock clock;

    AuditLog(TenantSession sessions, AuditEntryRepository entries, ObjectMapper json, Clock clock) {
        this.sessions = sessions;
        this.entries = entries;
        this.json = json;
        this.clock = clock;
    }

    /** Writes an entry. Call it inside the transaction of the change: both are kept, or neither. */
    public Uni<Void> record(Caller caller, AuditEvent event) {
        return record(caller.organization(), caller.actor(), caller, event);
    }

    /** Writes an entry for a change that no request asked for. */
    public Uni<Void> record(OrganizationId organization, Actor actor, AuditEvent event) {
        return record(organization, actor, null, event);
    }

    private Uni<Void> record(OrganizationId organization, Actor actor, @Nullable Caller request, AuditEvent event) {
        AuditEntryEntity entity = new AuditEntryEntity();
        entity.at = clock.instant();
        entity.actorKind = switch (actor) {
            case Actor.Person person -> person.service() ? "service" : "person";
            case Actor.Key ignored -> "api-key";
            case Actor.Server ignored -> "server";
        };
        entity.actorId = actor.id();
        entity.actorName = actor.name();
        entity.action = event.action();
        entity.resourceType = event.resourceType();
        entity.resourceId = event.resourceId();
        entity.before = toJson(event.before());
        entity.after = toJson(event.after());
        if (request != null) {
            entity.remoteAddress = request.remoteAddress();
            entity.userAgent = request.userAgent();
            entity.traceId = request.traceId();
        }
        return sessions.inOrganization(
                organization, session -> entries.persist(entity).replaceWithVoid());
    }

    @SuppressWarnings("unchecked")
    private @Nullable JsonObject toJson(@Nullable Object state) {
        return state == null ? null : new JsonObject((Map<String, Object>) json.convertValue(state, Map.class));
    }
}
