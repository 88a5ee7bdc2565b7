package io.tidewatch.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.local.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine is away for a while: a bounded log, true answers, and then everything in the order in which it came. */
class OutageTest {

    private static final String MODEL = "outage";
    private static final int BATCH = 500;
    private static final long MAX_BYTES = 2 << 20;
    private static final boolean SOAK = Boolean.getBoolean("soak");
    private static final long AWAY_SECONDS = SOAK ? 180 : 0;

    /** Number of its batch by id, as acknowledged. */
    private final Map<UUID, Integer> batches = new HashMap<>();

    private int acknowledged;
    private int refused;

    @Test
    void anOutageIsNoticedOnlyWhenTheLogIsFullAndIsMadeUpForInOrder() throws Exception {
        // One organization may fill the whole log, so that its end is met and not that of a share.
        try (Product product = Product.start(Map.of(
                "TIDEWATCH_INGESTION_LOG_MAX_BYTES", Long.toString(MAX_BYTES),
                "TIDEWATCH_INGESTION_LOG_BATCH_EVENTS", "1000",
                "TIDEWATCH_QUOTA_PENDING_SHARE", "1"))) {
            product.registerModel(MODEL, EventMaker.names(3));
            product.stack().kill(Part.CLICKHOUSE);
            long until = System.nanoTime() + AWAY_SECONDS * 1_000_000_000L;
            Reply reply = send(product);
            while (reply.isAccepted() || System.nanoTime() < until) {
                if (!reply.isAccepted()) {
                    assertRefused(reply);
                    Pause.millis(1_000);
                }
                reply = send(product);
            }
            assertRefused(reply);
            assertThat(batches).hasSizeGreaterThan(5_000);
            assertThat(bytes(product.log())).isLessThan(2 * MAX_BYTES);
            assertThat(pending(product)).isEqualTo(batches.size());

            product.stack().restart(Part.CLICKHOUSE);
            long back = System.nanoTime();
            while (!send(product).isAccepted()) {
                refused++;
                assertPrefix(product);
                Pause.millis(100);
            }
            double accepting = (System.nanoTime() - back) / 1e9;
            assertThat(accepting).as("no longer than was said").isLessThan(reply.retryAfter() + 1.0);
            while (assertPrefix(product) < batches.size()) {
                Pause.millis(100);
            }
            double drained = (System.nanoTime() - back) / 1e9;
            assertThat(product.engine().number("SELECT sum(n) FROM feature_rollup WHERE feature = ''"))
                    .isEqualTo(batches.size());
            System.out.printf(
                    "Engine away for %d s and more: %d predictions acknowledged, %d requests refused with Retry-After %d;"
                            + " accepting again after %.1f s, all stored in order after %.1f s%n",
                    AWAY_SECONDS, batches.size(), refused, reply.retryAfter(), accepting, drained);
        }
    }

    private void assertRefused(Reply reply) {
        refused++;
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body().path("code").asText()).isEqualTo("ingestion-overloaded");
        assertThat(reply.retryAfter()).isBetween(1L, 60L);
    }

    /** What is stored is what came first; returns how much it is. */
    private int assertPrefix(Product product) {
        List<String> rows = product.engine().run("SELECT prediction_id FROM prediction");
        assertThat(rows).doesNotHaveDuplicates();
        Set<UUID> stored = new HashSet<>();
        rows.forEach(row -> stored.add(UUID.fromString(row)));
        int newest = stored.stream()
                .mapToInt(id -> batches.getOrDefault(id, -1))
                .max()
                .orElse(0);
        assertThat(stored).allSatisfy(id -> assertThat(batches).containsKey(id));
        batches.forEach((id, batch) -> {
            if (batch < newest) {
                assertThat(stored).contains(id);
            }
        });
        return stored.size();
    }

    private Reply send(Product product) throws IOException {
        EventMaker maker = new EventMaker(System.nanoTime(), 3, Instant.now(), 1);
        List<String> events = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            UUID id = maker.id(System.currentTimeMillis());
            ids.add(id);
            events.add(maker.event(id));
        }
        Reply reply = product.send("/models/" + MODEL + "/predictions", EventMaker.json(events), Map.of());
        if (reply.isAccepted()) {
            acknowledged++;
            ids.forEach(id -> batches.put(id, acknowledged));
        }
        return reply;
    }

    private static long pending(Product product) throws IOException {
        Reply accounting = product.get("/ingestion/accounting");
        assertThat(accounting.status()).isEqualTo(200);
        return accounting.body().at("/accounts/0/pending").asLong()
                + accounting.body().at("/accounts/1/pending").asLong();
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
