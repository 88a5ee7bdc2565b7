package io.tidewatch.organization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.organization.BootstrapFile.ApiKeyEntry;
import io.tidewatch.organization.BootstrapFile.GroupMappingEntry;
import io.tidewatch.organization.BootstrapFile.OrganizationEntry;
import io.tidewatch.organization.BootstrapFile.TeamEntry;
import io.tidewatch.platform.security.Actor;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.OwnerDoor;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Creates at start what the bootstrap file asks for and isn't there yet. Names and settings follow the file; nothing is
 * ever removed, and a revoked key stays revoked. Running it twice, or on two replicas, changes nothing.
 */
@ApplicationScoped
class OrganizationBootstrap {

    private static final Logger LOG = Logger.getLogger(OrganizationBootstrap.class);
    private static final Actor ACTOR = new Actor.Server("bootstrap");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OrganizationConfig config;
    private final OwnerDoor owner;
    private final TenantSession sessions;
    private final AuditLog audit;
    private final ObjectMapper json;
    private final Clock clock;

    OrganizationBootstrap(
            OrganizationConfig config,
            OwnerDoor owner,
            TenantSession sessions,
            AuditLog audit,
            ObjectMapper json,
            Clock clock) {
        this.config = config;
        this.owner = owner;
        this.sessions = sessions;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        config.bootstrapFile().ifPresent(this::apply);
    }

    private void apply(Path path) {
        BootstrapFile file;
        try {
            file = json.readValue(Files.readAllBytes(path), BootstrapFile.class);
        } catch (IOException e) {
            throw new IllegalStateException("The bootstrap file " + path + " can't be read: " + e.getMessage(), e);
        }
        file.organizations().forEach(this::apply);
        LOG.infof(
                "Bootstrap: %d organizations are in place", file.organizations().size());
    }

    /** Blocks until the organization is as the entry says. */
    void apply(OrganizationEntry entry) {
        OrganizationId id = owner.provisionOrganization(
                new OrganizationId(UUID.randomUUID()), entry.key(), entry.name(), clock.instant());
        sessions.inOrganization(
                        id,
                        session -> settings(session, id, entry)
                                .chain(said -> issuers(session, entry)
                                        .chain(fresh -> each(entry.teams(), team -> team(session, id, team, said))
                                                .chain(session::flush)
                                                .chain(() -> each(
                                                        entry.groupMappings(),
                                                        mapping -> mapping(
                                                                session,
                                                                id,
                                                                mapping,
                                                                said || fresh.contains(mapping.issuer()))))))
                                .chain(() -> each(entry.apiKeys(), key -> apiKey(session, id, key)))
                                .chain(() -> quota(session, id, QuotaEntity.ORGANIZATION, entry.quota()))
                                .chain(() -> each(entry.apiKeys(), key -> quota(session, id, key.id(), key.quota()))))
                .await()
                .atMost(PATIENCE);
    }

    private static <T> Uni<Void> each(List<T> entries, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Emits true if the file says something else than last time; only then it overrides what people changed. */
    private Uni<Boolean> settings(Mutiny.Session session, OrganizationId id, OrganizationEntry entry) {
        // The lock makes replicas that start together do this one after the other.
        return session.find(OrganizationEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> {
                    String digest = digest(entry);
                    if (digest.equals(row.bootstrapDigest)) {
                        return Uni.createFrom().item(false);
                    }
                    row.bootstrapDigest = digest;
                    Organization before = row.toDomain();
                    boolean same = row.name.equals(entry.name())
                            && row.modelsVisibleToAllTeams == entry.modelsVisibleToAllTeams();
                    if (same) {
                        return Uni.createFrom().item(true);
                    }
                    row.name = entry.name();
                    row.modelsVisibleToAllTeams = entry.modelsVisibleToAllTeams();
                    row.updatedAt = clock.instant();
                    return session.flush()
                            .chain(() -> audit.record(
                                    id,
                                    ACTOR,
                                    AuditEvent.changed(
                                            "organization",
                                            row.key,
                                            OrganizationResponse.from(before),
                                            OrganizationResponse.from(row.toDomain()))))
                            .replaceWith(true);
                });
    }

    /** Over what people may change later. Not over issuers, whose address may change from start to start. */
    private String digest(OrganizationEntry entry) {
        List<Object> said = new ArrayList<>(List.of(entry.name(), entry.modelsVisibleToAllTeams(), entry.teams()));
        entry.groupMappings().forEach(mapping -> {
            said.add(mapping.group());
            said.add(String.valueOf(mapping.team()));
            said.add(String.valueOf(mapping.role()));
        });
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(said)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("What was read as JSON is JSON, and every JDK has SHA-256", e);
        }
    }

    /** Emits the issuers that the organization did not trust before. */
    private static Uni<Set<String>> issuers(Mutiny.Session session, OrganizationEntry entry) {
        Set<String> fresh = new HashSet<>();
        return each(entry.issuers(), issuer -> issuer(session, issuer, fresh)).replaceWith(fresh);
    }

    private static Uni<Void> issuer(Mutiny.Session session, String issuer, Set<String> fresh) {
        return session.find(OrganizationIssuerEntity.class, issuer).chain(known -> {
            if (known != null) {
                return Uni.createFrom().voidItem();
            }
            fresh.add(issuer);
            OrganizationIssuerEntity row = new OrganizationIssuerEntity();
            row.issuer = issuer;
            return session.persist(row);
        });
    }

    private Uni<Void> team(Mutiny.Session session, OrganizationId id, TeamEntry entry, boolean override) {
        return findTeam(session, entry.key()).chain(known -> {
            if (known != null) {
                if (override) {
                    known.name = entry.name();
                }
                return Uni.createFrom().voidItem();
            }
            if (!override) {
                // Somebody removed it since.
                return Uni.createFrom().voidItem();
            }
            TeamEntity row = new TeamEntity();
            row.key = entry.key();
            row.name = entry.name();
            row.createdAt = clock.instant();
            return session.persist(row)
                    .chain(() -> audit.record(id, ACTOR, AuditEvent.created("team", row.key, entry)));
        });
    }

    private Uni<Void> mapping(Mutiny.Session session, OrganizationId id, GroupMappingEntry entry, boolean override) {
        if (!override) {
            return Uni.createFrom().voidItem();
        }
        return teamId(session, entry.team())
                .chain(team -> session.createQuery(
                                "from GroupMappingEntity where issuer = :issuer and groupName = :group",
                                GroupMappingEntity.class)
                        .setParameter("issuer", entry.issuer())
                        .setParameter("group", entry.group())
                        .getResultList()
                        .chain(known -> {
                            GroupMappingEntity row = known.stream()
                                    .filter(one -> java.util.Objects.equals(one.teamId, team.orElse(null)))
                                    .findFirst()
                                    .orElse(null);
                            if (row != null) {
                                row.role = entry.role();
                                return Uni.createFrom().voidItem();
                            }
                            GroupMappingEntity added = new GroupMappingEntity();
                            added.issuer = entry.issuer();
                            added.groupName = entry.group();
                            added.teamId = team.orElse(null);
                            added.role = entry.role();
                            added.organizationAdmin = entry.organizationAdmin();
                            added.createdAt = clock.instant();
                            return session.persist(added)
                                    .chain(() -> audit.record(
                                            id,
                                            ACTOR,
                                            AuditEvent.created("group-mapping", added.id.toString(), entry)));
                        }));
    }

    private Uni<Void> apiKey(Mutiny.Session session, OrganizationId id, ApiKeyEntry entry) {
        return session.find(ApiKeyEntity.class, entry.id()).chain(known -> {
            if (known != null) {
                return Uni.createFrom().voidItem();
            }
            return teamId(session, entry.team()).chain(team -> {
                ApiKeyEntity row = new ApiKeyEntity();
                row.id = entry.id();
                row.teamId = team.orElseThrow(() ->
                        new IllegalStateException("API key " + entry.id() + " of the bootstrap file names no team"));
                row.name = entry.name();
                row.secretHash = HexFormat.of().parseHex(entry.secretHash());
                row.scopes = entry.scopes().stream().sorted().map(Enum::name).toArray(String[]::new);
                row.createdAt = clock.instant();
                row.createdBy = ACTOR.id();
                return session.persist(row)
                        .chain(() -> audit.record(
                                id,
                                ACTOR,
                                AuditEvent.created(
                                        "api-key",
                                        entry.id(),
                                        java.util.Map.of("name", entry.name(), "team", entry.team()))));
            });
        });
    }

    private Uni<Void> quota(Mutiny.Session session, OrganizationId id, String apiKeyId, @Nullable QuotaLimits limits) {
        if (limits == null) {
            return Uni.createFrom().voidItem();
        }
        return session.find(QuotaEntity.class, apiKeyId).chain(known -> {
            QuotaLimits before = known == null ? null : known.limits();
            if (limits.equals(before)) {
                return Uni.createFrom().voidItem();
            }
            QuotaEntity row = known == null ? new QuotaEntity() : known;
            row.apiKeyId = apiKeyId;
            row.set(limits, clock.instant());
            Uni<Void> kept =
                    known == null ? session.persist(row) : Uni.createFrom().voidItem();
            return kept.chain(
                    () -> audit.record(id, ACTOR, new AuditEvent("quota.changed", "quota", apiKeyId, before, limits)));
        });
    }

    private static Uni<java.util.Optional<UUID>> teamId(Mutiny.Session session, @Nullable String key) {
        if (key == null) {
            return Uni.createFrom().item(java.util.Optional.empty());
        }
        return findTeam(session, key).map(team -> {
            if (team == null) {
                throw new IllegalStateException("The bootstrap file names an unknown team: " + key);
            }
            return java.util.Optional.of(team.id);
        });
    }

    private static Uni<TeamEntity> findTeam(Mutiny.Session session, String key) {
        return session.createQuery("from TeamEntity where key = :key", TeamEntity.class)
                .setParameter("key", key)
                .getSingleResultOrNull();
    }
}
