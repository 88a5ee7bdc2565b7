package io.tidewatch.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.tidewatch.test.Database;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** A transaction belongs to one organization, whatever happens around it. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class TenantSessionTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OWN_KEY = "select key from organization";
    private static final int ORGANIZATIONS = 50;
    private static final int CALLS = 1_000;
    private static final int IN_FLIGHT = 64;

    @Inject
    TenantSession sessions;

    @Test
    void seesTheRowsOfItsOrganizationOnly() throws SQLException {
        TestOrganization one = TestOrganization.createForKeys();
        TestOrganization other = TestOrganization.createForKeys();

        assertThat(keys(idOf(one))).containsExactly(one.key());
        assertThat(keys(idOf(other))).containsExactly(other.key());
        assertThat(keys(new OrganizationId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void nestedCallJoinsTheTransaction() throws SQLException {
        OrganizationId organization = idOf(TestOrganization.createForKeys());

        Boolean same = await(sessions.inOrganization(
                organization,
                outer -> sessions.inOrganization(
                        organization, inner -> Uni.createFrom().item(inner.equals(outer)))));

        assertThat(same).isTrue();
    }

    @Test
    void nestedCallForAnotherOrganizationIsRefused() throws SQLException {
        OrganizationId one = idOf(TestOrganization.createForKeys());
        OrganizationId other = idOf(TestOrganization.createForKeys());

        assertThatThrownBy(() ->
                        await(sessions.inOrganization(one, outer -> sessions.inOrganization(other, this::ownKeys))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another organization");
    }

    @Test
    void failureOfANestedCallRollsEverythingBack() throws SQLException {
        TestOrganization organization = TestOrganization.createForKeys();
        OrganizationId id = idOf(organization);

        assertThatThrownBy(() -> await(sessions.inOrganization(
                        id,
                        outer -> rename(outer, "Changed")
                                .chain(() -> sessions.inOrganization(
                                        id,
                                        inner -> Uni.createFrom().failure(new IllegalArgumentException("inner")))))))
                .hasMessageContaining("inner");

        assertThat(name(organization)).isEqualTo("Organization " + organization.key());
    }

    @Test
    void cancelledCallRollsBack() throws Exception {
        TestOrganization organization = TestOrganization.createForKeys();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Cancellable call = sessions.inOrganization(
                        idOf(organization),
                        session -> rename(session, "Changed")
                                .invoke(written::countDown)
                                // Holds the transaction open until the caller has given up.
                                .chain(() -> Uni.createFrom().emitter(emitter -> {
                                    Context own = Vertx.currentContext();
                                    Thread.ofVirtual().start(() -> {
                                        awaitLatch(cancelled);
                                        own.runOnContext(back -> emitter.complete("go on"));
                                    });
                                }))
                                .chain(() -> ownKeys(session)))
                .subscribe()
                .with(ignored -> {}, ignored -> {});

        awaitLatch(written);
        call.cancel();
        cancelled.countDown();

        // The pool is small: once other calls have come and gone, the cancelled one has ended too.
        for (int i = 0; i < 20; i++) {
            keys(idOf(organization));
        }
        assertThat(name(organization)).isEqualTo("Organization " + organization.key());
    }

    @Test
    void parallelCallsOfOneCallerStayApart() throws SQLException {
        List<TestOrganization> organizations = new ArrayList<>();
        List<Uni<List<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            TestOrganization organization = TestOrganization.createForKeys();
            organizations.add(organization);
            OrganizationId id = idOf(organization);
            calls.add(sessions.inOrganization(
                    id, outer -> ownKeys(outer).chain(() -> sessions.inOrganization(id, this::ownKeys))));
        }

        List<List<String>> seen = await(Uni.join().all(calls).andFailFast());

        for (int i = 0; i < seen.size(); i++) {
            assertThat(seen.get(i)).containsExactly(organizations.get(i).key());
        }
    }

    @Test
    void stormOfCallsShowsNoForeignRow() throws SQLException {
        Map<OrganizationId, String> organizations = new java.util.LinkedHashMap<>();
        for (int i = 0; i < ORGANIZATIONS; i++) {
            TestOrganization made = TestOrganization.createForKeys();
            organizations.put(idOf(made), made.key());
        }
        List<OrganizationId> ids = List.copyOf(organizations.keySet());
        Map<String, AtomicInteger> outcomes = new TreeMap<>(Map.of(
                "own",
                new AtomicInteger(),
                "foreign",
                new AtomicInteger(),
                "empty",
                new AtomicInteger(),
                "failed",
                new AtomicInteger()));
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

        await(Multi.createFrom()
                .range(0, CALLS)
                .onItem()
                .transformToUni(i -> {
                    OrganizationId id = ids.get(i % ORGANIZATIONS);
                    int kind = random.nextInt(4);
                    return call(id, kind)
                            .map(keys -> keys.isEmpty()
                                    ? "empty"
                                    : keys.equals(List.of(organizations.get(id))) ? "own" : "foreign")
                            .onFailure()
                            .recoverWithItem("failed")
                            .invoke(outcome -> outcomes.get(outcome).incrementAndGet());
                })
                .merge(IN_FLIGHT)
                .collect()
                .asList());

        assertThat(outcomes.get("foreign")).hasValue(0);
        assertThat(outcomes.get("empty")).hasValue(0);
        assertThat(outcomes.get("own")).hasPositiveValue();
        assertThat(outcomes.get("failed")).hasPositiveValue();
        // No connection kept an organization.
        try (Database database = Database.asSuperuser()) {
            assertThat(database.column("select state from pg_stat_activity where usename = 'tidewatch_app'"))
                    .doesNotContain("idle in transaction", "idle in transaction (aborted)");
        }
        assertThat(keys(new OrganizationId(UUID.randomUUID()))).isEmpty();
    }

    private Uni<List<String>> call(OrganizationId id, int kind) {
        return switch (kind) {
            case 0 -> sessions.inOrganization(id, this::ownKeys);
            case 1 ->
                sessions.inOrganization(
                        id, outer -> ownKeys(outer).chain(() -> sessions.inOrganization(id, this::ownKeys)));
            case 2 ->
                sessions.inOrganization(
                        id,
                        session -> ownKeys(session)
                                .chain(() -> session.createNativeQuery("select 1 / 0", Integer.class)
                                        .getSingleResult())
                                .chain(() -> ownKeys(session)));
            default ->
                sessions.inOrganization(id, this::ownKeys)
                        .ifNoItem()
                        .after(Duration.ofMillis(3))
                        .fail();
        };
    }

    private List<String> keys(OrganizationId organization) {
        return await(sessions.inOrganization(organization, this::ownKeys));
    }

    private Uni<List<String>> ownKeys(Mutiny.Session session) {
        return session.createNativeQuery(OWN_KEY, String.class).getResultList();
    }

    private static Uni<Integer> rename(Mutiny.Session session, String name) {
        return session.createNativeQuery("update organization set name = :name")
                .setParameter("name", name)
                .executeUpdate();
    }

    private static OrganizationId idOf(TestOrganization organization) throws SQLException {
        try (Database database = Database.asSuperuser()) {
            return OrganizationId.of(database.value(
                    "select organization_id from organization where key = '" + organization.key() + "'"));
        }
    }

    private static String name(TestOrganization organization) throws SQLException {
        try (Database database = Database.asSuperuser()) {
            return database.value("select name from organization where key = '" + organization.key() + "'");
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
