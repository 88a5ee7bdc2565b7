package io.tidewatch.retention;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.job.JobQueue;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.tidewatch.registry.ModelService;
import io.tidewatch.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long events are kept. A change counts for events that arrive from a few seconds later on; a job then brings what is
 * stored in line.
 */
@ApplicationScoped
public class RetentionService {

    private final TenantSession sessions;
    private final RetentionRepository settings;
    private final StoredRetention stored;
    private final ModelService models;
    private final JobQueue jobs;
    private final AuditLog audit;
    private final Clock clock;

    RetentionService(
            TenantSession sessions,
            RetentionRepository settings,
            StoredRetention stored,
            ModelService models,
            JobQueue jobs,
            AuditLog audit,
            Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.stored = stored;
        this.models = models;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is in force for models of the organization that have no setting of their own. */
    Uni<Retention> ofOrganization(OrganizationId organization) {
        return ofId(organization, RetentionSettingEntity.ORGANIZATION);
    }

    /** What is in force for a model that the caller may read; fails with {@code model-not-found}. */
    Uni<Retention> ofModel(Caller caller, String modelKey) {
        return models.readable(caller, modelKey)
                .chain(model -> ofId(caller.organization(), model.id().value().toString()));
    }

    /** Sets how long events of models without a setting of their own are kept; null goes back to the server's. */
    Uni<Retention> setOrganization(Caller caller, @Nullable Integer days) {
        return change(
                caller,
                RetentionSettingEntity.ORGANIZATION,
                caller.organizationKey(),
                days,
                before -> models.all(caller.organization())
                        .map(all -> all.stream()
                                .filter(model ->
                                        !before.containsKey(model.id().value().toString()))
                                .map(model -> model.id().value())
                                .toList()));
    }

    /**
     * Sets how long events of a model are kept; null goes back to the organization's setting. Fails with {@code
     * model-not-found} or, for who is not an admin of its team, with {@code forbidden}.
     */
    Uni<Retention> setModel(Caller caller, String modelKey, @Nullable Integer days) {
        return models.readable(caller, modelKey).chain(model -> {
            checkAdmin(caller, model);
            UUID id = model.id().value();
            return change(
                    caller,
                    id.toString(),
                    modelKey,
                    days,
                    before -> Uni.createFrom().item(List.of(id)));
        });
    }

    private static void checkAdmin(Caller caller, RegisteredModel model) {
        if (!caller.has(Role.ADMIN, model.team())) {
            throw ErrorCode.FORBIDDEN.problem("Only admins of the team that owns the model may do this.");
        }
    }

    private Uni<Retention> change(
            Caller caller,
            String id,
            String name,
            @Nullable Integer days,
            Function<Map<String, Integer>, Uni<List<UUID>>> affected) {
        OrganizationId organization = caller.organization();
        // Rows of before the change may be stored until then; what comes later still is found a day later.
        Instant firstRun = clock.instant().plus(StoredRetention.KEPT.multipliedBy(2));
        return sessions.inOrganization(
                        organization,
                        session -> settings.put(id, days, clock.instant())
                                .chain(before -> Objects.equals(before, days)
                                        ? Uni.createFrom().voidItem()
                                        : audit.record(
                                                        caller,
                                                        AuditEvent.changed(
                                                                "retention", name, state(before), state(days)))
                                                .chain(session::flush)
                                                .chain(() -> settings.daysById())
                                                .chain(affected::apply)
                                                .chain(ids -> Multi.createFrom()
                                                        .iterable(ids)
                                                        .onItem()
                                                        .transformToUniAndConcatenate(model -> jobs.enqueue(
                                                                RetentionJob.QUEUE, organization, model, firstRun))
                                                        .collect()
                                                        .asList()
                                                        .replaceWithVoid())))
                .invoke(() -> stored.forget(organization))
                .chain(() -> ofId(organization, id));
    }

    private Uni<Retention> ofId(OrganizationId organization, String id) {
        return sessions.inOrganization(organization, session -> settings.daysById())
                .map(days -> stored.resolve(days, id));
    }

    private static Map<String, Object> state(@Nullable Integer days) {
        return days == null ? Collections.emptyMap() : Map.of("days", days);
    }
}
