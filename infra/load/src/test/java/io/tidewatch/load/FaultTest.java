package io.tidewatch.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.local.Part;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Faults that a kill alone does not make: lost answers, a lost deduplication record, a damaged log, a kill while erasing. */
class FaultTest {

    private static final long SEED = 20_260_401;
    private static final boolean SOAK = Boolean.getBoolean("soak");
    private static EngineProxy proxy;
    private static Product product;

    @BeforeAll
    static void start() throws IOException {
        proxy = new EngineProxy();
        product = Product.start(
                Map.of(
                        "TIDEWATCH_CLICKHOUSE_URL", proxy.url(),
                        "TIDEWATCH_INGESTION_LOG_LINGER", "PT0.3S",
                        "TIDEWATCH_INGESTION_LOG_SEGMENT_BYTES", "65536",
                        "TIDEWATCH_JOB_POLL_INTERVAL", "PT1S",
                        "TIDEWATCH_JOB_RENEW_INTERVAL", "PT2S",
                        "TIDEWATCH_RETENTION_ERASURE_LEASE", "PT6S"),
                proxy);
    }

    @AfterAll
    static void stop() {
        product.close();
        proxy.close();
    }

    @Test
    void answersThatGetLostAfterTheCommitAndALostDeduplicationRecordMakeNoRowTwice() throws Exception {
        String model = "answers";
        product.registerModel(model, EventMaker.names(3));
        SplittableRandom random = new SplittableRandom(SEED);
        int rounds = SOAK ? 40 : 3;
        int records = 0;
        int before = proxy.swallowed();
        Ledger ledger = new Ledger();
        Senders senders = Senders.start(2, product, model, ledger, SEED);
        for (int i = 0; i < rounds; i++) {
            proxy.swallow(random.nextInt(1, 6));
            ledger.awaitMore(random.nextInt(500, 2_000));
            if (random.nextInt(3) == 0) {
                product.stack().kill(Part.BACKEND);
                product.stack().restart(Part.BACKEND);
            }
            product.stack().kill(Part.CLICKHOUSE);
            records += deleteDeduplicationRecords();
            product.stack().restart(Part.CLICKHOUSE);
        }
        senders.stop();
        ledger.awaitStored(product, model);
        ledger.compare(product, model);
        int lost = proxy.swallowed() - before;
        assertThat(lost).isPositive();
        assertThat(records).isPositive();
        System.out.printf(
                "%d answers lost after the commit, %d deduplication records deleted in %d restarts: %d predictions and %d"
                        + " ground truths acknowledged, all there and counted exactly once%n",
                lost,
                records,
                rounds,
                ledger.predictions().size(),
                ledger.truths().size());
    }

    @Test
    void damageOfTheLogCostsTheEntriesItTouchesAndIsSaid() throws Exception {
        String model = "damaged";
        product.registerModel(model, EventMaker.names(3));
        SplittableRandom random = new SplittableRandom(SEED);
        int rounds = SOAK ? 20 : 1;
        int lost = 0;
        int kept = 0;
        for (int i = 0; i < rounds; i++) {
            product.stack().kill(Part.CLICKHOUSE);
            List<Batch> batches = new ArrayList<>();
            for (int j = 0; j < 30; j++) {
                batches.add(Batch.send(model, random));
            }
            product.stack().kill(Part.BACKEND);
            long saidBefore = said();
            Batch middle = batches.get(random.nextInt(5, 20));
            Batch last = batches.getLast();
            assertThat(middle.file).as("a sealed file").isNotEqualTo(last.file);
            flip(middle.file, random.nextLong(middle.from, middle.to));
            cut(last.file, random.nextLong(last.from + 1, last.to));
            product.stack().restart(Part.CLICKHOUSE);
            product.stack().restart(Part.BACKEND);
            assertThat(said()).isGreaterThan(saidBefore);
            // What was lost may be sent again, as it was.
            Reply again = product.send("/models/" + model + "/predictions", middle.body, Map.of("Prefer", "wait=60"));
            assertThat(again.body().path("accepted").asInt()).isEqualTo(middle.ids.size());
            assertThat(again.stored()).isTrue();
            batches.remove(last);
            Set<UUID> stored = stored(model);
            batches.forEach(batch -> assertThat(stored).containsAll(batch.ids));
            assertThat(stored).doesNotContainAnyElementsOf(last.ids);
            lost += middle.ids.size() + last.ids.size();
            kept += batches.stream().mapToInt(batch -> batch.ids.size()).sum();
        }
        String own = "model_id = '" + product.modelId(model) + "'";
        assertThat(product.engine().number("SELECT count() FROM prediction WHERE " + own))
                .isEqualTo(kept)
                .isEqualTo(product.engine().number("SELECT uniqExact(prediction_id) FROM prediction WHERE " + own))
                .isEqualTo(product.engine().number("SELECT sum(n) FROM feature_rollup WHERE feature = '' AND " + own));
        System.out.printf(
                "%d times a byte flipped in a sealed file and the tail cut: the %d events of the entries that were hit are gone,"
                        + " the %d others there exactly once%n",
                rounds, lost, kept);
    }

    @Test
    void anErasureGoesOnAfterAKill() throws Exception {
        String model = "erased";
        product.registerModel(model, EventMaker.names(1));
        String own = "model_id = '" + product.modelId(model) + "'";
        int rounds = SOAK ? 6 : 1;
        for (int i = 0; i < rounds; i++) {
            String erased = "entity-" + i;
            send(model, "other", i);
            send(model, erased, i);
            Erasures.request(product, erased);
            // Between the first table and the last one; what is there already may be gone any moment.
            String index = "SELECT count() FROM prediction_index WHERE " + own;
            double all = product.engine().number(index);
            while (product.engine().number(index) == all && !Erasures.isFinished(product, erased)) {
                Pause.millis(20);
            }
            product.stack().kill(Part.BACKEND);
            double left = product.engine()
                    .number("SELECT count() FROM prediction WHERE entity_id = '" + erased + "' AND " + own);
            product.stack().restart(Part.BACKEND);
            while (!Erasures.isFinished(product, erased)) {
                Pause.millis(200);
            }
            assertThat(product.engine().number("SELECT count() FROM prediction WHERE entity_id = '" + erased + "'"))
                    .isZero();
            assertThat(product.engine().number("SELECT count() FROM prediction WHERE " + own))
                    .isEqualTo(100.0 * (i + 1))
                    .isEqualTo(product.engine().number(index));
            assertThat(product.engine().number("SELECT count() FROM erasure_scope"))
                    .isZero();
            System.out.printf(
                    "Killed while erasing, with %.0f of 100 predictions left: finished after the restart, nothing left%n",
                    left);
        }
    }

    private static void send(String model, String entity, int round) throws IOException {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            events.add(
                    ("{\"predictionId\":\"%s-%d-%d\",\"entityId\":\"%s\",\"version\":\"1\",\"features\":{\"feature_0\":1},"
                                    + "\"prediction\":{\"value\":1}}")
                            .formatted(entity, round, i, entity));
        }
        Reply reply =
                product.send("/models/" + model + "/predictions", EventMaker.json(events), Map.of("Prefer", "wait=60"));
        assertThat(reply.stored()).isTrue();
    }

    private static Set<UUID> stored(String model) {
        return product
                .engine()
                .run("SELECT prediction_id FROM prediction WHERE model_id = '" + product.modelId(model) + "'")
                .stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    /** How often the backend has told of bytes that hold no event. */
    private static long said() throws IOException {
        try (Stream<String> lines = Files.lines(product.stack().logs().resolve("backend.log"))) {
            return lines.filter(line -> line.contains("bytes that hold no event"))
                    .count();
        }
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 1);
        }
    }

    private static void cut(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(at);
        }
    }

    private static int deleteDeduplicationRecords() throws IOException {
        List<Path> records;
        try (Stream<Path> files = Files.walk(product.stack().data().resolve("clickhouse"))) {
            records = files.filter(file -> file.toString().contains("deduplication_logs") && Files.isRegularFile(file))
                    .toList();
        }
        for (Path record : records) {
            Files.delete(record);
        }
        return records.size();
    }

    /** Events that were acknowledged, and where in the log they are. */
    private record Batch(List<UUID> ids, byte[] body, Path file, long from, long to) {

        static Batch send(String model, SplittableRandom random) throws IOException {
            EventMaker maker = new EventMaker(random.nextLong(), 3, Instant.now(), 1);
            List<UUID> ids = new ArrayList<>();
            List<String> events = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                UUID id = maker.id(System.currentTimeMillis());
                ids.add(id);
                events.add(maker.event(id));
            }
            byte[] body = EventMaker.json(events);
            Optional<Path> before = newest();
            long from = before.isPresent() ? Files.size(before.get()) : 0;
            assertThat(product.send("/models/" + model + "/predictions", body, Map.of())
                            .isAccepted())
                    .isTrue();
            Path file = newest().orElseThrow();
            // A new file begins with a header of 64 bytes.
            return new Batch(
                    ids, body, file, before.isPresent() && file.equals(before.get()) ? from : 64, Files.size(file));
        }

        /** The file that is written to; there is none after all of the log was let go of. */
        private static Optional<Path> newest() throws IOException {
            try (Stream<Path> files = Files.list(product.log().resolve("log-0"))) {
                return files.filter(file -> file.toString().endsWith(".log")).max(Comparator.naturalOrder());
            }
        }
    }
}
