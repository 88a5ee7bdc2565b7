package io.tidewatch.platform.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.test.EventStore;
import io.tidewatch.test.TestStack;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class ClickHouseTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS platform_test (organization_id UUID, name String, value Float64,"
                    + " occurred_at DateTime64(3, 'UTC')) ENGINE = MergeTree ORDER BY (organization_id, name)"
                    + " SETTINGS non_replicated_deduplication_window = 100";

    private final OrganizationId organization = new OrganizationId(UUID.randomUUID());

    @Inject
    ClickHouse clickHouse;

    @Inject
    ClickHouseConnections connections;

    @Inject
    ClickHouseConfig config;

    @Inject
    SqlStatements statements;

    @BeforeEach
    void table() throws Exception {
        Client client = connections.inserts();
        client.execute(TABLE).get().close();
    }

    /** Other tests look at every table of the product. */
    @AfterAll
    static void drop() {
        EventStore.run("DROP TABLE IF EXISTS platform_test SYNC");
    }

    @Test
    void parametersAndColumnsKeepTheirValues() {
        String nasty = "it's \"quoted\" \\ back\tslash\nnew line\r {x:String} ünïcödé 🌊 '; DROP TABLE a; --";
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("1969-07-20T20:17:40.123456789Z").plus(Duration.ofDays(20_000));

        Row[] captured = new Row[1];
        Long rows = await(clickHouse
                .query("test/echo", organization)
                .bind("text", nasty)
                .bind("texts", List.of(nasty, "", "[a,'b']"))
                .bind("number", 0.1 + 0.2)
                .bind("numbers", new double[] {1.5, Double.NaN, Double.NEGATIVE_INFINITY})
                .bind("integer", Long.MIN_VALUE)
                .bind("id", id)
                .bind("at", at)
                .bind("flag", true)
                .forEach(row -> {
                    captured[0] = row;
                    assertThat(row.string("text")).isEqualTo(nasty);
                    assertThat(row.strings("texts")).containsExactly(nasty, "", "[a,'b']");
                    assertThat(row.float64("number")).isEqualTo(0.1 + 0.2);
                    assertThat(row.float64s("numbers")).containsExactly(1.5, Double.NaN, Double.NEGATIVE_INFINITY);
                    assertThat(row.int64("integer")).isEqualTo(Long.MIN_VALUE);
                    assertThat(row.uuid("id")).isEqualTo(id);
                    assertThat(row.instant("at")).isEqualTo(at);
                    assertThat(row.bool("flag")).isTrue();
                    assertThat(row.stringMap("labels")).isEqualTo(Map.of("a", "b"));
                    assertThat(row.int64s("integers")).containsExactly(1, 2, 3);
                    assertThat(row.float64OrNull("nothing")).isNull();
                    assertThat(row.uuid("organization")).isEqualTo(organization.value());
                    assertThatThrownBy(() -> row.float64("nothing")).hasMessageContaining("NULL");
                }));
        assertThat(rows).isEqualTo(1);
        assertThat(captured[0]).isNotNull();
    }

    @Test
    void insertedRowsAreReadByTheirOrganizationAndTimeOnly() {
        insert(organization, "token-" + UUID.randomUUID(), "a", "b");
        insert(new OrganizationId(UUID.randomUUID()), "token-" + UUID.randomUUID(), "c");

        assertThat(names(NOON, NOON.plusMillis(1))).containsExactly("a", "b");
        assertThat(names(NOON.plusMillis(1), NOON.plusSeconds(60))).isEmpty();
        assertThat(names(NOON.minusSeconds(60), NOON)).isEmpty();
    }

    @Test
    void sameTokenIsStoredOnce() {
        String token = "token-" + UUID.randomUUID();

        insert(organization, token, "once");
        insert(organization, token, "once");

        assertThat(names(NOON, NOON.plusMillis(1))).containsExactly("once");
    }

    @Test
    void rowsArriveOneByOne() {
        AtomicLong sum = new AtomicLong();
        Long rows = await(clickHouse
                .query("test/many", organization)
                .bind("rows", 1_000_000)
                .forEach(row -> sum.addAndGet(row.int64("n"))));

        assertThat(rows).isEqualTo(1_000_000);
        assertThat(sum).hasValue(499_999_500_000L);
    }

    @Test
    void firstRowOrNone() {
        assertThat(await(clickHouse
                        .query("test/many", organization)
                        .bind("rows", 3)
                        .first(row -> row.int64("n"))))
                .contains(0L);
        assertThat(await(clickHouse
                        .query("test/many", organization)
                        .bind("rows", 0)
                        .first(row -> row.int64("n"))))
                .isEmpty();
    }

    @Test
    void queryThatTakesTooLongIsAProblemOfItsOwn() {
        failsWith(
                ErrorCode.QUERY_TOO_EXPENSIVE,
                clickHouse
                        .query("test/endless", organization)
                        .timeout(Duration.ofSeconds(1))
                        .list(row -> row.int64("n")));
    }

    @Test
    void silentServerIsUnavailable() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }
        ClickHouseConfig nobody = at(URI.create("http://127.0.0.1:" + closedPort));
        ClickHouse unreachable = new ClickHouse(statements, nobody, new ClickHouseConnections(nobody));
        try {
            failsWith(
                    ErrorCode.EVENT_STORE_UNAVAILABLE,
                    unreachable.query("test/many", organization).bind("rows", 1).list(row -> row.int64("n")));
            failsWith(ErrorCode.EVENT_STORE_UNAVAILABLE, unreachable.insert(rows(organization, "token", "x")));
        } finally {
            unreachable.close();
        }
    }

    @Test
    void statementAndItsParametersMustBeKnown() {
        assertThatThrownBy(() -> clickHouse.query("test/nothing", organization))
                .hasMessageContaining("sql/test/nothing");
        assertThatThrownBy(() -> clickHouse.query("test/many", organization).bind("other", 1))
                .hasMessageContaining("no parameter other");
        assertThatThrownBy(() -> clickHouse.query("test/many", organization).bind("organizationId", UUID.randomUUID()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> await(clickHouse.query("test/many", organization).list(row -> 1)))
                .hasMessageContaining("needs parameter rows");
    }

    @Test
    void migrationsRunOnceAndRefuseEdits() throws Exception {
        String database = "migrations_" + UUID.randomUUID().toString().replace('-', '_');
        ClickHouseConfig own = in(database);
        String file = "V0001__test_table.sql";
        Map<String, String> files = new java.util.TreeMap<>(ClassPathFolder.read("db/clickhouse"));
        files.keySet().removeIf(name -> name.startsWith("V"));
        files.put(
                file,
                "CREATE TABLE IF NOT EXISTS t (organization_id UUID) ENGINE = ${engine:MergeTree} ORDER BY organization_id;");

        assertThat(migrate(own, files)).isEqualTo(1);
        assertThat(migrate(own, files)).isZero();

        files.put("V0002__test_more.sql", "ALTER TABLE t ADD COLUMN IF NOT EXISTS n UInt8;");
        assertThat(migrate(own, files)).isEqualTo(1);

        Map<String, String> edited = new java.util.TreeMap<>(files);
        edited.put(file, files.get(file) + " ");
        assertThatThrownBy(() -> migrate(own, edited)).hasMessageContaining("was edited");

        Map<String, String> late = new java.util.TreeMap<>(files);
        late.put("V0000__test_late.sql", "CREATE TABLE late (organization_id UUID) ENGINE = Memory;");
        assertThatThrownBy(() -> migrate(own, late)).hasMessageContaining("0000 test_late");

        files.remove("V0002__test_more.sql");
        assertThatThrownBy(() -> migrate(own, files)).hasMessageContaining("newer version");
    }

    private int migrate(ClickHouseConfig own, Map<String, String> files) throws Exception {
        ClickHouseConnections clients = new ClickHouseConnections(own);
        return new Migrations(own, files).run(() -> clients.client("default"), () -> clients.client(own.database()));
    }

    private void insert(OrganizationId owner, String token, String... names) {
        assertThat(await(clickHouse.insert(rows(owner, token, names)))).isNotNegative();
    }

    private static BinaryInsert rows(OrganizationId owner, String token, String... names) {
        return new BinaryInsert(
                "platform_test", List.of("organization_id", "name", "value", "occurred_at"), token, out -> {
                    for (String name : names) {
                        write(out, owner.value(), name);
                    }
                });
    }

    /** RowBinary: a UUID is two little-endian halves, a String its length and bytes. */
    private static void write(OutputStream out, UUID owner, String name) throws IOException {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        out.write(ByteBuffer.allocate(16 + 1 + text.length + 8 + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .put((byte) text.length)
                .put(text)
                .putDouble(1.5)
                .putLong(NOON.toEpochMilli())
                .array());
    }

    private List<String> names(Instant from, Instant to) {
        return await(
                clickHouse.query("test/rows", organization).between(from, to).list(row -> row.string("name")));
    }

    private static void failsWith(ErrorCode code, Uni<?> uni) {
        assertThatThrownBy(() -> await(uni))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private ClickHouseConfig at(URI url) {
        return new FixedConfig(config, url, config.database());
    }

    private ClickHouseConfig in(String database) {
        return new FixedConfig(config, config.url(), database);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    /** The configuration of the tests with another address or database. */
    private record FixedConfig(ClickHouseConfig base, URI url, String database) implements ClickHouseConfig {
        @Override
        public String username() {
            return base.username();
        }

        @Override
        public Optional<String> password() {
            return base.password();
        }

        @Override
        public int parallel() {
            return base.parallel();
        }

        @Override
        public int waiting() {
            return base.waiting();
        }

        @Override
        public Duration queryTimeout() {
            return base.queryTimeout();
        }

        @Override
        public long queryMemory() {
            return base.queryMemory();
        }

        @Override
        public Duration insertTimeout() {
            return base.insertTimeout();
        }

        @Override
        public Duration connectTimeout() {
            return base.connectTimeout();
        }

        @Override
        public Map<String, String> engines() {
            return base.engines();
        }
    }
}
