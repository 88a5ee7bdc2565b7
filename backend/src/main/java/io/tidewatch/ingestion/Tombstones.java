package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.KeyedHash;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was erased, so that it is not stored again: not by a late sender, and not from the write-ahead log.
 *
 * <p>The door asks for every request, and the writer for every batch before it is sent, first time or again, and leaves
 * out what is covered. Answers are at most {@link #KEPT} old; an erasure waits {@link #KNOWN_EVERYWHERE} between its
 * tombstone and its first deletion, so that no backend writes without knowing.
 */
@ApplicationScoped
public class Tombstones {

    /** How long a backend trusts what it read. */
    static final Duration KEPT = Duration.ofSeconds(5);

    /** After this long every backend checks a new tombstone, batches that were under way included. */
    public static final Duration KNOWN_EVERYWHERE = KEPT.multipliedBy(2);

    private static final Logger LOG = Logger.getLogger(Tombstones.class);
    private static final int MAX_KEPT = 10_000;

    private final TenantSession sessions;
    private final IngestionConfig config;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<OrganizationId, Kept> known = new ConcurrentHashMap<>();

    Tombstones(TenantSession sessions, IngestionConfig config, Clock clock, RandomGenerator random) {
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What is erased of an organization. While the database is away, what was known last; fails with {@code
     * database-unavailable} for an organization of which nothing is known yet.
     */
    public Uni<ErasedEntities> of(OrganizationId organization) {
        Kept kept = known.get(organization);
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return Uni.createFrom().item(kept.snapshot());
        }
        Instant until = clock.instant().plus(KEPT);
        return sessions.inOrganization(organization, Tombstones::read)
                .map(content -> {
                    Kept read = new Kept(content, until);
                    if (known.size() >= MAX_KEPT) {
                        known.clear();
                    }
                    known.put(organization, read);
                    return read.snapshot();
                })
                .onFailure(failure -> kept != null)
                .recoverWithItem(failure -> {
                    LOG.warnf("Erasures of %s can't be read; going on with the known ones: %s", organization, failure);
                    return kept == null ? ErasedEntities.NONE : kept.snapshot();
                });
    }

    /**
     * Sets a tombstone, in the transaction of the organization that is open.
     *
     * @param entityId null for the whole organization
     * @param before events that occurred or were received before this are covered
     */
    public Uni<Void> add(OrganizationId organization, @Nullable String entityId, Instant before) {
        return hash(organization, entityId)
                .chain(hash -> sessions.inOrganization(
                        organization,
                        session -> session.find(ErasedEntityEntity.class, hash).chain(row -> {
                            if (row != null) {
                                row.erasedBefore = before.isAfter(row.erasedBefore) ? before : row.erasedBefore;
                                return Uni.createFrom().voidItem();
                            }
                            ErasedEntityEntity added = new ErasedEntityEntity();
                            added.entityHash = hash;
                            added.erasedBefore = before;
                            return session.persist(added).chain(() -> removeOld(session));
                        })));
    }

    /** Lets a tombstone take effect on this backend at once; to be called when its transaction has ended. */
    public void forget(OrganizationId organization) {
        known.remove(organization);
    }

    /** The keyed hash of an entity id; empty for the whole organization. */
    public Uni<String> hash(OrganizationId organization, @Nullable String entityId) {
        return sessions.inOrganization(
                organization,
                session -> key(session).map(key -> entityId == null ? "" : new KeyedHash(key.key).of(entityId)));
    }

    private Uni<ErasureKeyEntity> key(Mutiny.Session session) {
        return session.find(ErasureKeyEntity.class, ErasureKeyEntity.ID).chain(found -> {
            if (found != null) {
                return Uni.createFrom().item(found);
            }
            ErasureKeyEntity made = new ErasureKeyEntity();
            made.id = ErasureKeyEntity.ID;
            made.key = new byte[KeyedHash.KEY_LENGTH];
            random.nextBytes(made.key);
            return session.persist(made).chain(session::flush).replaceWith(made);
        });
    }

    /** Events older than the oldest that is accepted need no tombstone. */
    private Uni<Void> removeOld(Mutiny.Session session) {
        Instant oldest = clock.instant().minus(config.maxAge()).minus(Duration.ofDays(1));
        return session.createMutationQuery("delete ErasedEntityEntity where erasedBefore < :oldest")
                .setParameter("oldest", oldest)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Content> read(Mutiny.Session session) {
        return session.createQuery("from ErasedEntityEntity", ErasedEntityEntity.class)
                .getResultList()
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Content.NOTHING)
                        : session.find(ErasureKeyEntity.class, ErasureKeyEntity.ID)
                                .map(key -> Content.of(key.key, rows)));
    }

    private record Kept(Content content, Instant until) {

        /** A new one for each asker: a hash is not for several threads. */
        ErasedEntities snapshot() {
            return content.isEmpty()
                    ? ErasedEntities.NONE
                    : ErasedEntities.of(content.key(), content.erasedBefore(), content.everythingBefore());
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Content(
            byte[] key,
            Map<String, Instant> erasedBefore,
            @Nullable Instant everythingBefore) {

        static final Content NOTHING = new Content(new byte[0], Map.of(), null);

        static Content of(byte[] key, List<ErasedEntityEntity> rows) {
            Map<String, Instant> entities = new HashMap<>();
            Instant everything = null;
            for (ErasedEntityEntity row : rows) {
                if (row.entityHash.isEmpty()) {
                    everything = row.erasedBefore;
                } else {
                    entities.put(row.entityHash, row.erasedBefore);
                }
            }
            return new Content(key, Map.copyOf(entities), everything);
        }

        boolean isEmpty() {
            return erasedBefore.isEmpty() && everythingBefore == null;
        }
    }
}
