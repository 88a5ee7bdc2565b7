package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.ApiKeyToken;
import io.tidewatch.platform.security.ApiKeys;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Creates, lists and revokes the API keys of teams. */
@ApplicationScoped
class ApiKeyService {

    private final TenantSession sessions;
    private final TeamService teams;
    private final ApiKeyRepository keys;
    private final ApiKeys apiKeys;
    private final AuditLog audit;
    private final Clock clock;
    private final RandomGenerator random;

    ApiKeyService(
            TenantSession sessions,
            TeamService teams,
            ApiKeyRepository keys,
            ApiKeys apiKeys,
            AuditLog audit,
            Clock clock,
            RandomGenerator random) {
        this.sessions = sessions;
        this.teams = teams;
        this.keys = keys;
        this.apiKeys = apiKeys;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** The keys of the teams that the caller is an admin of, sorted by id. */
    Uni<Page<ApiKey>> list(Caller caller, PageRequest request) {
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.byId(caller.organization())
                        .chain(byId -> keys.ofTeams(administered(caller, byId), request)
                                .map(rows -> request.page(rows, row -> List.of(row.id))
                                        .map(row -> toDomain(row, byId)))));
    }

    Uni<Created> create(Caller caller, CreateApiKeyRequest request) {
        if (request.expiresAt() != null && !request.expiresAt().isAfter(clock.instant())) {
            throw ErrorCode.VALIDATION_FAILED.problem().violation("expiresAt", "future", "must be in the future");
        }
        ApiKeyToken token = ApiKeyToken.generate(random);
        return sessions.inOrganization(
                caller.organization(),
                session -> teams.requireRole(caller, request.team(), Role.ADMIN).chain(team -> {
                    ApiKeyEntity row = new ApiKeyEntity();
                    row.id = token.id();
                    row.teamId = team.id().value();
                    row.name = request.name();
                    row.secretHash = HexFormat.of().parseHex(token.secretHash());
                    row.scopes =
                            request.scopes().stream().sorted().map(Enum::name).toArray(String[]::new);
                    row.createdAt = clock.instant();
                    row.createdBy = caller.actor().id();
                    row.expiresAt = request.expiresAt();
                    ApiKey created = toDomain(row, Map.of(team.id(), team));
                    return keys.persist(row)
                            .chain(() -> audit.record(
                                    caller, AuditEvent.created("api-key", row.id, ApiKeyResponse.from(created))))
                            .replaceWith(new Created(created, token));
                }));
    }

    /** Refuses the key from now on; repeating it changes nothing. */
    Uni<Void> revoke(Caller caller, String id) {
        return sessions.inOrganization(
                        caller.organization(),
                        session -> keys.findById(id)
                                .onItem()
                                .ifNull()
                                .failWith(ErrorCode.API_KEY_NOT_FOUND::problem)
                                .chain(row -> {
                                    if (!caller.has(Role.ADMIN, new TeamId(row.teamId))) {
                                        throw ErrorCode.FORBIDDEN.problem();
                                    }
                                    if (row.revokedAt != null) {
                                        return Uni.createFrom().voidItem();
                                    }
                                    row.revokedAt = clock.instant();
                                    return audit.record(
                                            caller,
                                            new AuditEvent(
                                                    "api-key.revoked", "api-key", id, null, Map.of("name", row.name)));
                                }))
                .invoke(() -> apiKeys.forget(id));
    }

    private static Set<UUID> administered(Caller caller, Map<TeamId, Team> teams) {
        return teams.keySet().stream()
                .filter(team -> caller.has(Role.ADMIN, team))
                .map(TeamId::value)
                .collect(Collectors.toSet());
    }

    private static ApiKey toDomain(ApiKeyEntity row, Map<TeamId, Team> teams) {
        Team team = teams.get(new TeamId(row.teamId));
        return new ApiKey(
                row.id,
                row.name,
                team == null ? "" : team.key(),
                Arrays.stream(row.scopes).map(Scope::valueOf).toList(),
                row.createdAt,
                row.createdBy,
                row.expiresAt,
                row.revokedAt,
                row.lastUsedAt);
    }

    /** A new key and, this one time, its secret. */
    record Created(ApiKey key, ApiKeyToken token) {}
}
