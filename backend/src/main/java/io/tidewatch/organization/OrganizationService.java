package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.http.Revisions;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The settings of an organization. */
@ApplicationScoped
public class OrganizationService {

    private final TenantSession sessions;
    private final AuditLog audit;
    private final Clock clock;

    OrganizationService(TenantSession sessions, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The organization; fails with {@code organization-not-found}. */
    public Uni<Organization> get(OrganizationId id) {
        return load(id).map(OrganizationEntity::toDomain);
    }

    /** Changes what is not null, if {@code ifMatch} names the current revision. */
    Uni<Organization> update(Caller caller, UpdateOrganization change, @Nullable String ifMatch) {
        return sessions.inOrganization(
                caller.organization(),
                session -> load(caller.organization()).chain(entity -> {
                    Revisions.check(ifMatch, entity.revision);
                    Organization before = entity.toDomain();
                    if (change.name() != null) {
                        entity.name = change.name();
                    }
                    if (change.modelsVisibleToAllTeams() != null) {
                        entity.modelsVisibleToAllTeams = change.modelsVisibleToAllTeams();
                    }
                    if (change.accent() != null) {
                        entity.accent = change.accent();
                    }
                    entity.updatedAt = clock.instant();
                    return session.flush()
                            .chain(() -> audit.record(
                                    caller,
                                    AuditEvent.changed(
                                            "organization",
                                            before.key(),
                                            OrganizationResponse.from(before),
                                            OrganizationResponse.from(entity.toDomain()))))
                            .replaceWith(entity::toDomain);
                }));
    }

    private Uni<OrganizationEntity> load(OrganizationId id) {
        return sessions.inOrganization(
                id,
                session -> session.find(OrganizationEntity.class, id.value())
                        .onItem()
                        .ifNull()
                        .failWith(ErrorCode.ORGANIZATION_NOT_FOUND::problem));
    }
}
