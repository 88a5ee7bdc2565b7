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
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Creates, lists, rotates and revokes the API keys of teams. */
@ApplicationScoped
class ApiKeyService {

    private final TenantSession sessions;
    private final TeamService teams;
    private final ApiKeyRepository keys;
    private final QuotaService quotas;
    private final ApiKeys apiKeys;
    private final AuditLog audit;
    private final Clock clock;
    private final RandomGenerator random;

    ApiKeyService(
            TenantSession sessions,
            TeamService teams,
            ApiKeyRepository keys,
            QuotaService quotas,
            ApiKeys apiKeys,
            AuditLog audit,
            Clock clock,
            RandomGenerator random) {
        this.sessions = sessions;
        this.teams = teams;
        this.keys = keys;
        this.quotas = quotas;
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
                                .map(rows -> request.page(rows, row -> List.of(row.id)))
                                .chain(page -> quotas.ofKeys(caller.organization(), ids(page))
                                        .map(limits -> page.map(row -> toDomain(
                                                row, byId, limits.getOrDefault(row.id, ApiKeyLimits.NONE)))))));
    }

    Uni<Created> create(Caller caller, CreateApiKeyRequest request) {
        requireFuture(request.expiresAt());
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
                    ApiKey created = toDomain(row, Map.of(team.id(), team), ApiKeyLimits.NONE);
                    return keys.persist(row)
                            .chain(() -> audit.record(
                                    caller, AuditEvent.created("api-key", row.id, ApiKeyResponse.from(created))))
                            .replaceWith(new Created(created, token));
                }));
    }

    /** Gives a key a new secret; the one before goes on working for a while, the one before that ends. */
    Uni<Created> rotate(Caller caller, String id, RotateApiKeyRequest request) {
        Duration overlap = request.toOverlap();
        requireFuture(request.expiresAt());
        ApiKeyToken token = ApiKeyToken.generate(random).withId(id);
        return change(caller, id, "api-key.rotated", row -> {
                    Instant now = clock.instant();
                    if (row.hasEnded(now)) {
                        throw ErrorCode.API_KEY_ENDED.problem();
                    }
                    row.previousSecretHash = row.secretHash;
                    row.previousSecretUntil = now.plus(overlap);
                    // What is known of the uses so far is about the secret that now becomes the one before.
                    row.previousSecretUsedAt = row.lastUsedAt;
                    row.secretHash = HexFormat.of().parseHex(token.secretHash());
                    row.rotatedAt = now;
                    if (request.expiresAt() != null) {
                        row.expiresAt = request.expiresAt();
                    }
                    return true;
                })
                .map(key -> new Created(key, token));
    }

    /** Refuses the secret before the current one from now on; repeating it changes nothing. */
    Uni<Void> endPreviousSecret(Caller caller, String id) {
        return change(caller, id, "api-key.previous-secret-ended", row -> {
                    Instant now = clock.instant();
                    if (row.previousSecretUntil == null || !row.previousSecretUntil.isAfter(now)) {
                        return false;
                    }
                    row.previousSecretUntil = now;
                    return true;
                })
                .replaceWithVoid();
    }

    /** Refuses the key from now on; repeating it changes nothing. */
    Uni<Void> revoke(Caller caller, String id) {
        return change(caller, id, "api-key.revoked", row -> {
                    if (row.revokedAt != null) {
                        return false;
                    }
                    row.revokedAt = clock.instant();
                    return true;
                })
                .replaceWithVoid();
    }

    /** Sets the limits of a key below those of the organization; fails with {@code validation-failed} above them. */
    Uni<ApiKey> limit(Caller caller, String id, ApiKeyLimits limits) {
        return inKey(
                        caller,
                        id,
                        (row, byId) -> quotas.set(caller.organization(), id, limits, clock.instant())
                                .call(before -> audit.record(
                                        caller,
                                        AuditEvent.changed(
                                                "quota",
                                                id,
                                                ApiKeyLimitsResponse.from(before),
                                                ApiKeyLimitsResponse.from(limits))))
                                .map(before -> toDomain(row, byId, limits)))
                .invoke(() -> quotas.forget(caller.organization()));
    }

    /** Changes a key, and writes down what it was; unless nothing changes. */
    private Uni<ApiKey> change(Caller caller, String id, String action, Predicate<ApiKeyEntity> change) {
        return inKey(
                        caller,
                        id,
                        (row, byId) -> quotas.ofKeys(caller.organization(), Set.of(id))
                                .chain(known -> {
                                    ApiKeyLimits limits = known.getOrDefault(id, ApiKeyLimits.NONE);
                                    ApiKey before = toDomain(row, byId, limits);
                                    if (!change.test(row)) {
                                        return Uni.createFrom().item(before);
                                    }
                                    ApiKey after = toDomain(row, byId, limits);
                                    return audit.record(
                                                    caller,
                                                    new AuditEvent(
                                                            action,
                                                            "api-key",
                                                            id,
                                                            ApiKeyResponse.from(before),
                                                            ApiKeyResponse.from(after)))
                                            .replaceWith(after);
                                }))
                .invoke(() -> apiKeys.forget(id));
    }

    /** Locks a key of a team that the caller is an admin of, and works with it. */
    private Uni<ApiKey> inKey(Caller caller, String id, BiFunction<ApiKeyEntity, Map<TeamId, Team>, Uni<ApiKey>> work) {
        return sessions.inOrganization(
                caller.organization(),
                session -> session.find(ApiKeyEntity.class, id, LockModeType.PESSIMISTIC_WRITE)
                        .onItem()
                        .ifNull()
                        .failWith(ErrorCode.API_KEY_NOT_FOUND::problem)
                        .invoke(row -> {
                            if (!caller.has(Role.ADMIN, new TeamId(row.teamId))) {
                                throw ErrorCode.FORBIDDEN.problem();
                            }
                        })
                        .chain(row -> teams.byId(caller.organization()).chain(byId -> work.apply(row, byId))));
    }

    private static Set<String> ids(Page<ApiKeyEntity> page) {
        return page.items().stream().map(row -> row.id).collect(Collectors.toSet());
    }

    private void requireFuture(@Nullable Instant expiresAt) {
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw ErrorCode.VALIDATION_FAILED.problem().violation("expiresAt", "future", "must be in the future");
        }
    }

    private static Set<UUID> administered(Caller caller, Map<TeamId, Team> teams) {
        return teams.keySet().stream()
                .filter(team -> caller.has(Role.ADMIN, team))
                .map(TeamId::value)
                .collect(Collectors.toSet());
    }

    private static ApiKey toDomain(ApiKeyEntity row, Map<TeamId, Team> teams, ApiKeyLimits limits) {
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
                row.lastUsedAt,
                row.rotatedAt,
                row.previousSecretUntil,
                row.previousSecretUsedAt,
                limits);
    }

    /** A key and, this one time, its secret. */
    record Created(ApiKey key, ApiKeyToken token) {}
}
