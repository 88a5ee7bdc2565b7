package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.AppendResult.RowOutcome;
import io.tidewatch.ingestion.StorePatience.WriterStoppedException;
import io.tidewatch.ingestion.log.Frame;
import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.profile.FeatureRollups;
import io.tidewatch.profile.RowBuffer;
import io.tidewatch.registry.ModelId;
import io.tidewatch.test.EventStore;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the door let through and the event store does not take; what was stored before ids were remembered. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class EventWriterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.now();
    private static final long LOG = 7;

    private final EventLog log;
    private final EventAccounts accounts;
    private final LogStore store;
    private final ClickHouse clickHouse;
    private final Tombstones tombstones;
    private final DeadLetterPayloads payloads;
    private final FeatureRollups rollups;
    private final OrganizationId organization = new OrganizationId(UUID.randomUUID());
    private final ModelId model = new ModelId(UUID.randomUUID());

    EventWriterTest(
            EventLog log,
            EventAccounts accounts,
            LogStore store,
            ClickHouse clickHouse,
            Tombstones tombstones,
            DeadLetterPayloads payloads,
            FeatureRollups rollups) {
        this.log = log;
        this.accounts = accounts;
        this.store = store;
        this.clickHouse = clickHouse;
        this.tombstones = tombstones;
        this.payloads = payloads;
        this.rollups = rollups;
    }

    @Test
    void poisonIsSingledOutAndEverythingElseStored() {
        PredictionBatch good = batch(400, NOW, "good", 300);
        // The store knows no retention of 8 days.
        PredictionBatch refused = batch(8, NOW, "refused", 5);
        PredictionBatch broken = batch(400, NOW, "broken", 40);
        makeUnreadable(broken, 7);
        makeUnreadable(broken, 23);

        append(good);
        append(refused);
        append(broken);
        awaitStored();

        ModelAccount account = accounts.of(organization, model, EventKind.PREDICTION);
        assertThat(account).isEqualTo(new ModelAccount(model, EventKind.PREDICTION, 345, 0, 338, 7));
        assertThat(stored()).containsExactly(338L, 338L);
        assertThat(counted()).isEqualTo(338);
        List<Letter> letters = letters();
        assertThat(letters).hasSize(7).allSatisfy(letter -> {
            assertThat(letter.kind()).isEqualTo("prediction");
            assertThat(letter.reason()).isEqualTo(DeadLetter.REFUSED);
            assertThat(letter.detail()).isNotEmpty();
        });
        assertThat(letters.stream().filter(letter -> letter.payload().contains("\"predictionId\":\"refused-3\"")))
                .hasSize(1);

        // A dead letter can be sent again once the reason is gone.
        assertThat(append(batch(400, NOW, "refused", 5)).count(RowOutcome.ACCEPTED))
                .isEqualTo(5);
        awaitStored();
        assertThat(stored()).containsExactly(343L, 343L);
    }

    @Test
    void whatWasStoredBeforeIdsWereRememberedIsToldByTheWriter() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(30));
        append(batch(400, longAgo, "old", 20));
        awaitStored();
        forget("old", 20);

        assertThat(append(batch(400, longAgo, "old", 20)).count(RowOutcome.ACCEPTED))
                .isEqualTo(20);
        awaitStored();
        assertThat(accounts.of(organization, model, EventKind.PREDICTION))
                .isEqualTo(new ModelAccount(model, EventKind.PREDICTION, 20, 0, 20, 0));
        assertThat(stored()).containsExactly(20L, 20L);
        assertThat(counted()).isEqualTo(20);

        forget("old", 20);
        append(batch(400, longAgo, "old", 20, 99));
        awaitStored();
        assertThat(accounts.of(organization, model, EventKind.PREDICTION))
                .isEqualTo(new ModelAccount(model, EventKind.PREDICTION, 40, 0, 20, 20));
        assertThat(stored()).containsExactly(20L, 20L);
        assertThat(letters())
                .hasSize(20)
                .allSatisfy(letter -> assertThat(letter.reason()).isEqualTo(DeadLetter.CONFLICT));
    }

    @Test
    void anAnswerThatIsLostIsNoReasonToStoreTwice() {
        List<String> sent = new ArrayList<>();
        IngestionQueries losing = new IngestionQueries(clickHouse) {
            @Override
            Uni<Long> insert(BinaryInsert rows) {
                boolean first = !sent.contains(rows.table());
                sent.add(rows.table());
                return first
                        ? super.insert(rows).chain(() -> Uni.createFrom().failure(new IllegalStateException("lost")))
                        : super.insert(rows);
            }
        };
        LogBatch batch = entry(batch(400, NOW, "lost", 50));
        Settlements settlements = writer(losing).write(batch, LOG, false);
        assertThat(sent).containsOnlyOnce("prediction").containsOnlyOnce("feature_rollup");
        assertThat(stored()).containsExactly(50L, 50L);
        assertThat(counted()).isEqualTo(50);
        // A restart before the checkpoint: all of it is done again.
        writer(new IngestionQueries(clickHouse)).write(batch, LOG, true);
        assertThat(stored()).containsExactly(50L, 50L);
        assertThat(counted()).isEqualTo(50);
        accounts.accepted(organization, model, EventKind.PREDICTION, 50);
        settlements.tell(accounts);
        assertThat(accounts.of(organization, model, EventKind.PREDICTION).stored())
                .isEqualTo(50);
    }

    @Test
    void aKillBeforeGroundTruthIsJoinedIsMendedByDoingItAgain() {
        PredictionIds ids = new PredictionIds(organization, model, new SplittableRandom(1));
        List<GroundTruth> truths = List.of(new GroundTruth(ids.of("early-0"), null, 5, NOW, false));
        log.append(new GroundTruthBatch(organization, model, NOW, 400, truths))
                .await()
                .atMost(PATIENCE);
        awaitStored();
        BatchWriter[] killed = new BatchWriter[1];
        killed[0] = writer(new IngestionQueries(clickHouse) {
            @Override
            Uni<Set<UUID>> waitingModels(OrganizationId ofOrganization) {
                killed[0].patience().stop();
                return Uni.createFrom().failure(new IllegalStateException("killed"));
            }
        });
        LogBatch batch = entry(batch(400, NOW, "early", 3));
        assertThatThrownBy(() -> killed[0].write(batch, LOG, false)).isInstanceOf(WriterStoppedException.class);
        assertThat(stored()).containsExactly(3L, 3L);
        assertThat(truths()).isZero();

        assertThat(counted()).isZero();
        writer(new IngestionQueries(clickHouse)).write(batch, LOG, true);
        assertThat(stored()).containsExactly(3L, 3L);
        assertThat(counted()).isEqualTo(3);
        assertThat(truths()).isEqualTo(1);
    }

    @Test
    void anErasedEntityDoesNotComeBackFromTheLog() {
        OrganizationId real = OrganizationId.of(TestOrganization.createForKeys().id());
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            events.add(event("erased-" + i, NOW.minusSeconds(5), 1, i < 4 ? "somebody" : "somebody-else"));
        }
        LogBatch batch = entry(batch(real, 400, events));
        tombstones.add(real, "somebody", NOW.minusSeconds(1)).await().atMost(PATIENCE);
        tombstones.forget(real);

        Settlements settlements = writer(new IngestionQueries(clickHouse)).write(batch, LOG, false);

        String own = " WHERE organization_id = '" + real + "'";
        assertThat(EventStore.run("SELECT count(), countIf(entity_id = 'somebody') FROM prediction" + own))
                .isEqualTo("6\t0");
        assertThat(EventStore.number("SELECT count() FROM prediction_index" + own))
                .isEqualTo(6);
        assertThat(EventStore.number("SELECT sum(n) FROM feature_rollup" + own + " AND feature = ''"))
                .isEqualTo(6);
        accounts.accepted(real, model, EventKind.PREDICTION, 10);
        settlements.tell(accounts);
        assertThat(accounts.of(real, model, EventKind.PREDICTION))
                .isEqualTo(new ModelAccount(model, EventKind.PREDICTION, 6, 0, 6, 0));
    }

    private BatchWriter writer(IngestionQueries queries) {
        return new BatchWriter(queries, tombstones, payloads, rollups, (ofModel, id) -> {}, new SplittableRandom(1));
    }

    private static LogBatch entry(PredictionBatch batch) {
        AppendResult result = new AppendResult(batch.size());
        PredictionEntry entry = new PredictionEntry(batch, result, new BitSet(), () -> {});
        long sequence = NOW.toEpochMilli() << 20;
        entry.stamp(sequence);
        LogBatch log = new LogBatch();
        log.add(new Frame(
                sequence,
                entry.kind(),
                entry.version(),
                entry.organization(),
                entry.model(),
                entry.rows(),
                ByteBuffer.wrap(entry.payload(), 0, entry.length()).slice()));
        return log;
    }

    private long truths() {
        List<Long> counts = new ArrayList<>();
        clickHouse
                .query("test/truth-count", organization)
                .between(NOW.minus(Duration.ofDays(400)), NOW.plus(Duration.ofDays(1)))
                .forEach(row -> counts.add(row.int64("rows")))
                .await()
                .atMost(PATIENCE);
        return counts.getFirst();
    }

    private AppendResult append(PredictionBatch batch) {
        return log.append(batch).await().atMost(PATIENCE);
    }

    private void awaitStored() {
        log.stored(store.lastEntry()).await().atMost(PATIENCE);
    }

    private void forget(String prefix, int count) {
        PredictionIds ids = new PredictionIds(organization, model, new SplittableRandom(1));
        RecentIds recent = store.recent();
        synchronized (recent) {
            for (int i = 0; i < count; i++) {
                recent.remove(recent.key(organization, model, ids.of(prefix + "-" + i)));
            }
        }
    }

    /** A length of an array that no row can have. */
    private static void makeUnreadable(PredictionBatch batch, int row) {
        RowBuffer rows = batch.rows();
        int clientIdLength = ("broken-" + row).length();
        int f64At = batch.start(row) + 48 + 1 + clientIdLength + 8 + 2 + 1 + "production".length() + 4;
        rows.putLong(f64At, -1L >>> 8);
    }

    private PredictionBatch batch(int retentionDays, Instant madeAt, String prefix, int count) {
        return batch(retentionDays, madeAt, prefix, count, 1);
    }

    private PredictionBatch batch(int retentionDays, Instant madeAt, String prefix, int count, double value) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(prefix + "-" + i, madeAt, value, ""));
        }
        return batch(organization, retentionDays, events);
    }

    private static String event(String id, Instant madeAt, double value, String entity) {
        return ("{\"predictionId\":\"%s\",\"version\":\"1\",\"occurredAt\":\"%s\",\"features\":{\"size\":1},"
                        + "\"prediction\":{\"value\":%s}%s}")
                .formatted(id, madeAt, value, entity.isEmpty() ? "" : ",\"entityId\":\"" + entity + "\"");
    }

    private PredictionBatch batch(OrganizationId owner, int retentionDays, List<String> events) {
        VersionCatalog base = Events.regression();
        // Registered long ago, so that its ids may be old.
        VersionCatalog catalog = new VersionCatalog(owner, model, base.task(), Instant.EPOCH, base.versions());
        PredictionRows rows = new PredictionRows(
                catalog, new PredictionIds(owner, model, new SplittableRandom(1)), retentionDays, null);
        EventLimits limits = new EventLimits(
                NOW, NOW.minus(Duration.ofDays(400)), NOW.plus(Duration.ofHours(1)), 50, 2_000, ErasedEntities.NONE);
        String body = "{\"predictions\":[" + String.join(",", events) + "]}";
        PredictionReader reader = new PredictionReader(catalog, rows, limits);
        try {
            EventEnvelope.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), "predictions", reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(reader.violations()).isEmpty();
        return rows.batch();
    }

    private List<Long> stored() {
        List<Long> counts = new ArrayList<>();
        clickHouse
                .query("test/prediction-count", organization)
                .between(NOW.minus(Duration.ofDays(400)), NOW.plus(Duration.ofDays(1)))
                .forEach(row -> counts.addAll(List.of(row.int64("rows"), row.int64("ids"))))
                .await()
                .atMost(PATIENCE);
        return counts;
    }

    private long counted() {
        return EventStore.number("SELECT sum(n) FROM feature_rollup WHERE feature = '' AND organization_id = '"
                + organization + "' AND model_id = '" + model.value() + "'");
    }

    private List<Letter> letters() {
        return clickHouse
                .query("test/dead-letters", organization)
                .between(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)))
                .list(row -> new Letter(
                        row.string("kind"), row.string("reason"), row.string("detail"), row.string("payload")))
                .await()
                .atMost(PATIENCE);
    }

    private record Letter(String kind, String reason, String detail, String payload) {}
}
