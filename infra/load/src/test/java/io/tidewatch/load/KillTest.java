package io.tidewatch.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.local.Part;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** kill -9 of backend and engine under load: each acknowledged prediction is there exactly once, and no other. */
class KillTest {

    private static final String MODEL = "killed";
    private static final int SENDERS = 3;
    private static final long SEED = 20_260_301;

    @Test
    void everyAcknowledgedPredictionIsThereExactlyOnce() throws Exception {
        int kills = Boolean.getBoolean("soak") ? 200 : 10;
        try (Product product = Product.start(Map.of("TIDEWATCH_INGESTION_LOG_LINGER", "PT0.3S"))) {
            product.registerModel(MODEL, EventMaker.names(3));
            Ledger ledger = new Ledger();
            CountDownLatch stop = new CountDownLatch(1);
            List<Sender> senders = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                Sender sender = new Sender(product, MODEL, ledger, SEED + i, stop);
                senders.add(sender);
                threads.add(Thread.ofPlatform().name("sender-" + i).start(sender));
            }
            int backendKills = kill(product, ledger, kills);
            stop.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(senders)
                    .allSatisfy(sender -> assertThat(sender.complaint()).isNull());
            awaitStored(product, ledger);
            compare(product.engine(), ledger);
            System.out.printf(
                    "%d kills (%d of the backend): %d predictions and %d ground truths acknowledged, all there exactly"
                            + " once%n",
                    kills,
                    backendKills,
                    ledger.predictions().size(),
                    ledger.truths().size());
        }
    }

    private static int kill(Product product, Ledger ledger, int kills) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        int backendKills = 0;
        for (int i = 0; i < kills; i++) {
            ledger.awaitMore(random.nextInt(1, 3000));
            boolean backend = random.nextInt(2) == 0;
            Part victim = backend ? Part.BACKEND : Part.CLICKHOUSE;
            backendKills += backend ? 1 : 0;
            product.stack().kill(victim);
            product.stack().restart(victim);
        }
        return backendKills;
    }

    /** The last event can be read only when all before it can. */
    private static void awaitStored(Product product, Ledger ledger) throws IOException {
        EventMaker maker = new EventMaker(1, 3, Instant.now(), 1);
        UUID last = maker.id(System.currentTimeMillis());
        byte[] body = EventMaker.json(List.of(maker.event(last)));
        Reply reply = product.send("/models/" + MODEL + "/predictions", body, Map.of("Prefer", "wait=60"));
        for (int i = 0; i < 5 && !reply.stored(); i++) {
            reply = product.send("/models/" + MODEL + "/predictions", body, Map.of("Prefer", "wait=60"));
        }
        assertThat(reply.stored()).isTrue();
        ledger.predictions().add(last);
    }

    private static void compare(Engine engine, Ledger ledger) {
        List<String> rows = engine.run("SELECT prediction_id FROM prediction");
        assertThat(rows).doesNotHaveDuplicates();
        assertThat(ids(rows)).isEqualTo(new HashSet<>(ledger.predictions()));
        assertThat(ids(engine.run("SELECT DISTINCT prediction_id FROM prediction_index")))
                .isEqualTo(new HashSet<>(ledger.predictions()));
        List<String> truths = engine.run("SELECT prediction_id FROM ground_truth FINAL");
        assertThat(truths).doesNotHaveDuplicates();
        assertThat(ids(truths)).isEqualTo(new HashSet<>(ledger.truths()));
        assertThat(engine.run("SELECT prediction_id FROM ground_truth_waiting FINAL"))
                .isEmpty();
        assertThat(engine.number("SELECT count() FROM dead_letter")).isZero();
    }

    private static Set<UUID> ids(List<String> lines) {
        return lines.stream().map(UUID::fromString).collect(Collectors.toSet());
    }
}
