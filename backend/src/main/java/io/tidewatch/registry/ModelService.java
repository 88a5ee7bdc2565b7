package io.tidewatch.registry;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.organization.OrganizationService;
import io.tidewatch.organization.Team;
import io.tidewatch.organization.TeamService;
import io.tidewatch.platform.http.Revisions;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The models of an organization and who may do what with them: the owner team reads and changes, teams that a model is
 * shared with read, and all teams read where the organization says so. What a caller may not read does not exist for him.
 */
@ApplicationScoped
public class ModelService {

    private final TenantSession sessions;
    private final ModelRepository models;
    private final TeamService teams;
    private final OrganizationService organizations;
    private final AuditLog audit;
    private final Clock clock;

    ModelService(
            TenantSession sessions,
            ModelRepository models,
            TeamService teams,
            OrganizationService organizations,
            AuditLog audit,
            Clock clock) {
        this.sessions = sessions;
        this.models = models;
        this.teams = teams;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** The model with this key, for a caller who may read it; fails with {@code model-not-found}. */
    public Uni<RegisteredModel> readable(Caller caller, String key) {
        return sessions.inOrganization(
                caller.organization(),
                session -> find(caller, key)
                        .call(model -> canReadAsTeam(caller, model)
                                ? Uni.createFrom().voidItem()
                                : visibleToAll(caller).invoke(visible -> {
                                    if (!visible) {
                                        throw notFound(key);
                                    }
                                })));
    }

    /**
     * The model with this key, for a caller who may change it or send events to it; fails with {@code model-not-found}
     * or {@code forbidden}.
     */
    public Uni<RegisteredModel> writable(Caller caller, String key) {
        return readable(caller, key).invoke(model -> {
            if (!model.isEditableBy(caller)) {
                throw ErrorCode.FORBIDDEN.problem("Only the team that owns the model may do this, as editor or admin.");
            }
        });
    }

    /** Lets nobody else change what belongs to the model until the open transaction ends. */
    public Uni<Void> lock(OrganizationId organization, ModelId model) {
        return sessions.inOrganization(
                organization,
                session -> session.find(RegisteredModelEntity.class, model.value(), LockModeType.PESSIMISTIC_WRITE)
                        .replaceWithVoid());
    }

    /** All models that the caller may read, sorted by key. */
    public Uni<List<RegisteredModel>> readable(Caller caller) {
        return sessions.inOrganization(
                caller.organization(),
                session -> visibleToAll(caller)
                        .chain(visibleToAll -> models.all(caller.organization())
                                .map(all -> all.stream()
                                        .filter(model -> visibleToAll || canReadAsTeam(caller, model))
                                        .toList())));
    }

    /** All models of an organization, sorted by key; for work that nobody asked for. */
    public Uni<List<RegisteredModel>> all(OrganizationId organization) {
        return models.all(organization);
    }

    /** The models that the caller may read, page by page, sorted by key. */
    Uni<Page<RegisteredModel>> list(
            Caller caller, @Nullable String team, @Nullable String search, PageRequest request) {
        return sessions.inOrganization(
                caller.organization(),
                session -> visibleToAll(caller)
                        .chain(visibleToAll -> teamFilter(caller, team)
                                .chain(filter -> models.page(
                                        caller.organization(),
                                        new ModelFilter(
                                                visibleToAll || caller.organizationAdmin(),
                                                caller.roles().keySet(),
                                                filter,
                                                search),
                                        request))));
    }

    Uni<RegisteredModel> create(Caller caller, CreateModelRequest request) {
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.requireRole(caller, request.team(), Role.EDITOR)
                        .chain(team -> {
                            RegisteredModelEntity entity = new RegisteredModelEntity();
                            entity.key = request.key();
                            entity.name = request.name();
                            entity.description = request.description();
                            entity.task = request.task();
                            entity.teamId = team.id().value();
                            entity.createdAt = clock.instant();
                            entity.updatedAt = entity.createdAt;
                            return session.persist(entity)
                                    .call(session::flush)
                                    .chain(() -> audit.record(caller, AuditEvent.created("model", entity.key, request)))
                                    .replaceWith(() -> entity.toDomain(Set.of()));
                        }));
    }

    /** Changes what the request names, if {@code ifMatch} names the current revision. */
    Uni<RegisteredModel> update(Caller caller, String key, UpdateModelRequest request, @Nullable String ifMatch) {
        return sessions.inOrganization(
                caller.organization(),
                session -> writable(caller, key)
                        .chain(before -> models.entity(caller.organization(), key)
                                .chain(entity -> {
                                    Revisions.check(ifMatch, entity.revision);
                                    request.applyTo(entity);
                                    entity.updatedAt = clock.instant();
                                    return session.flush().chain(() -> {
                                        RegisteredModel after = entity.toDomain(before.sharedWith());
                                        return audit.record(
                                                        caller,
                                                        AuditEvent.changed(
                                                                "model",
                                                                key,
                                                                ModelState.of(before),
                                                                ModelState.of(after)))
                                                .replaceWith(after);
                                    });
                                })));
    }

    /** Lets a team read the model. Repeating it changes nothing. */
    Uni<RegisteredModel> share(Caller caller, String key, String teamKey) {
        return sessions.inOrganization(
                caller.organization(),
                session -> writable(caller, key)
                        .chain(model -> teams.byKey(caller.organization(), teamKey)
                                .chain(team -> {
                                    if (model.team().equals(team.id())
                                            || model.sharedWith().contains(team.id())) {
                                        return Uni.createFrom().item(model);
                                    }
                                    ModelShareEntity entity = new ModelShareEntity();
                                    entity.modelId = model.id().value();
                                    entity.teamId = team.id().value();
                                    entity.createdAt = clock.instant();
                                    return session.persist(entity)
                                            .call(session::flush)
                                            .chain(() -> audit.record(
                                                    caller,
                                                    new AuditEvent(
                                                            "model.shared",
                                                            "model",
                                                            key,
                                                            null,
                                                            Map.of("team", teamKey))))
                                            .chain(() -> find(caller, key));
                                })));
    }

    /** Takes the right to read the model from a team. Repeating it changes nothing. */
    Uni<Void> unshare(Caller caller, String key, String teamKey) {
        return sessions.inOrganization(
                caller.organization(),
                session -> writable(caller, key)
                        .chain(model -> teams.byKey(caller.organization(), teamKey)
                                .chain(team -> models.removeShare(caller.organization(), model.id(), team.id()))
                                .chain(removed -> removed == 0
                                        ? Uni.createFrom().voidItem()
                                        : audit.record(
                                                caller,
                                                new AuditEvent(
                                                        "model.unshared",
                                                        "model",
                                                        key,
                                                        Map.of("team", teamKey),
                                                        null)))));
    }

    /** All teams, to name the owners of models. */
    Uni<Map<TeamId, Team>> teams(Caller caller) {
        return teams.byId(caller.organization());
    }

    private Uni<RegisteredModel> find(Caller caller, String key) {
        return models.find(caller.organization(), key).onItem().ifNull().failWith(() -> notFound(key));
    }

    private static RuntimeException notFound(String key) {
        return ErrorCode.MODEL_NOT_FOUND.problem("There is no model '" + key + "' that the caller may read.");
    }

    private static boolean canReadAsTeam(Caller caller, RegisteredModel model) {
        return caller.has(Role.VIEWER, model.team())
                || model.sharedWith().stream().anyMatch(team -> caller.has(Role.VIEWER, team));
    }

    private Uni<Boolean> visibleToAll(Caller caller) {
        return organizations
                .get(caller.organization())
                .map(organization -> organization.modelsVisibleToAllTeams() && caller.hasAnywhere(Role.VIEWER));
    }

    private Uni<List<TeamId>> teamFilter(Caller caller, @Nullable String team) {
        return team == null
                ? Uni.createFrom().item(List.of())
                : teams.byKey(caller.organization(), team).map(found -> List.of(found.id()));
    }
}
