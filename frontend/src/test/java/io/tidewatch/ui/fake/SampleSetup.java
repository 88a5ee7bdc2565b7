package io.tidewatch.ui.fake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Setups of models: one that nothing was sent to, the others complete. */
public final class SampleSetup {

    private final Instant now;

    /** Setups as of this time. */
    SampleSetup(Instant now) {
        this.now = now;
    }

    void routes(FakeBackend server) {
        server.on("PUT", "/models/{}/setup/skips/{}", request -> null);
        server.on("DELETE", "/models/{}/setup/skips/{}", request -> null);
        server.on(
                "POST",
                "/api-keys",
                request -> map("id", "k1", "name", "a key", "team", "delays", "key", "tw_0000000000000001_secret"));
        server.on("GET", "/models/{}/setup", request -> "no-show".equals(request.segment(0)) ? empty() : complete(now));
    }

    /** Of a model that nothing was sent to. */
    public static Map<String, Object> empty() {
        return setup(
                List.of("done", "open", "waiting", "waiting", "waiting", "waiting"),
                0,
                0,
                0,
                null,
                List.of(coverage("freshness", "blind", "No prediction has arrived yet.", "Send predictions.")));
    }

    /** Of a model that had predictions, whose schema was inferred. */
    public static Map<String, Object> started(Instant now, int predictions) {
        return setup(
                List.of("done", "done", "done", "open", "open", "open"),
                1,
                predictions,
                0,
                now,
                List.of(coverage("performance", "blind", "No ground truth has arrived.", "Send ground truth.")));
    }

    /** Of a model with everything. */
    public static Map<String, Object> complete(Instant now) {
        return setup(
                List.of("done", "done", "done", "done", "done", "done"),
                2,
                300,
                150,
                now.minus(1, ChronoUnit.HOURS),
                List.of(
                        coverage("freshness", "watched", "The verdict turns to no data.", null),
                        coverage("performance", "partly", "50.0 % have ground truth.", "Send the others.")));
    }

    private static Map<String, Object> setup(
            List<String> states, int keys, int predictions, int truths, @Nullable Instant last, List<Object> coverage) {
        List<String> steps = List.of("model", "key", "predictions", "schema", "ground-truth", "baseline");
        return map(
                "steps",
                java.util.stream.IntStream.range(0, steps.size())
                        .mapToObj(i -> map("step", steps.get(i), "state", states.get(i), "canBeSkipped", i > 2))
                        .toList(),
                "usableKeys",
                keys,
                "predictionCount",
                predictions,
                "firstPredictionAt",
                last == null ? null : last.minus(2, ChronoUnit.DAYS).toString(),
                "lastPredictionAt",
                last == null ? null : last.toString(),
                "groundTruthCount",
                truths,
                "groundTruthShare",
                predictions == 0 ? 0.0 : (double) truths / predictions,
                "coverage",
                coverage);
    }

    private static Object coverage(String area, String level, String finding, @Nullable String remedy) {
        return map("area", area, "level", level, "finding", finding, "remedy", remedy);
    }

    private static Map<String, Object> map(@Nullable Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put(String.valueOf(entries[i]), entries[i + 1]);
        }
        return map;
    }
}
