package io.tidewatch.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the backend has acknowledged, as the sender knows it. */
final class Ledger {

    private static final String PREDICTIONS =
            "SELECT toStartOfHour(occurred_at) AS hour, version, environment, count(),"
                    + " round(sum(f64[1])), round(sum(f64[2]), 2) FROM prediction WHERE %s GROUP BY ALL ORDER BY ALL";
    private static final String ROLLUPS = "SELECT bucket AS hour, version, environment, sumIf(n, feature = ''),"
            + " round(sumIf(value_sum, feature = 'feature_0')), round(sumIf(value_sum, feature = 'feature_1'), 2)"
            + " FROM feature_rollup WHERE %s GROUP BY ALL ORDER BY ALL";
    private static final int PATIENCE = 20;

    private final Set<UUID> predictions = ConcurrentHashMap.newKeySet();
    private final Set<UUID> truths = ConcurrentHashMap.newKeySet();
    private int awaited;

    Set<UUID> predictions() {
        return predictions;
    }

    Set<UUID> truths() {
        return truths;
    }

    synchronized void added() {
        if (predictions.size() >= awaited) {
            notifyAll();
        }
    }

    /** Waits until this many more predictions were acknowledged. */
    synchronized void awaitMore(int more) throws InterruptedException {
        awaited = predictions.size() + more;
        while (predictions.size() < awaited) {
            wait();
        }
        awaited = Integer.MAX_VALUE;
    }

    /** Sends one more prediction and waits until it can be read: then all before it can. */
    void awaitStored(Product product, String model) throws IOException {
        EventMaker maker = new EventMaker(1, 3, Instant.now(), 1);
        UUID last = maker.id(System.currentTimeMillis());
        byte[] body = EventMaker.json(List.of(maker.event(last)));
        boolean stored = false;
        for (int i = 0; i < PATIENCE && !stored; i++) {
            stored = product.send("/models/" + model + "/predictions", body, Map.of("Prefer", "wait=60"))
                    .stored();
        }
        assertThat(stored).isTrue();
        predictions.add(last);
    }

    /** Everything acknowledged is stored once and counted once, and nothing else is. */
    void compare(Product product, String model) {
        Engine engine = product.engine();
        String own = "model_id = '" + product.modelId(model) + "'";
        List<String> rows = engine.run("SELECT prediction_id FROM prediction WHERE " + own);
        assertThat(rows).doesNotHaveDuplicates();
        assertThat(ids(rows)).isEqualTo(predictions);
        assertThat(ids(engine.run("SELECT DISTINCT prediction_id FROM prediction_index WHERE " + own)))
                .isEqualTo(predictions);
        assertThat(engine.number("SELECT sum(n) FROM feature_rollup WHERE feature = '' AND " + own))
                .isEqualTo(predictions.size());
        assertThat(engine.run(ROLLUPS.formatted(own))).isEqualTo(engine.run(PREDICTIONS.formatted(own)));
        List<String> found = engine.run("SELECT prediction_id FROM ground_truth FINAL WHERE " + own);
        assertThat(found).doesNotHaveDuplicates();
        assertThat(ids(found)).isEqualTo(truths);
        assertThat(engine.run("SELECT prediction_id FROM ground_truth_waiting FINAL WHERE " + own))
                .isEmpty();
        assertThat(engine.number("SELECT count() FROM dead_letter WHERE " + own))
                .isZero();
    }

    private static Set<UUID> ids(List<String> lines) {
        return lines.stream().map(UUID::fromString).collect(Collectors.toSet());
    }
}
