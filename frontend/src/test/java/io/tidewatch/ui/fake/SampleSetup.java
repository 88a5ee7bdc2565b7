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
        server.on("GET", "/models/{}/health-checks", request -> usualChecks());
        server.on("GET", "/models/{}/health-checks/suggestion", request -> suggestion());
        server.on("GET", "/models/{}/setup", request -> "no-show".equals(request.segment(0)) ? empty() : complete(now));
    }

    /** The checks that are in force before anybody chose. */
    public static Map<String, Object> usualChecks() {
        return map(
                "chosen",
                false,
                "silence",
                map("enabled", true, "limit", "PT24H"),
                "drift",
                map("enabled", true, "leftOut", List.of()),
                "missingValues",
                map("enabled", false, "limits", List.of()),
                "groundTruth",
                map("enabled", false, "delay", "PT24H", "minimumRatio", 0.5),
                "revision",
                0,
                "changedAt",
                null);
    }

    /** Suggested for flights: no customer numbers, nights without flights. */
    public static Map<String, Object> suggestion() {
        return map(
                "silence",
                map("suggested", true, "limit", "PT12H", "reason", "The longest usual pause was 7 h 12 min."),
                "drift",
                map(
                        "suggested",
                        true,
                        "reason",
                        "2 of 3 can be judged.",
                        "variables",
                        List.of(
                                map("name", "distance", "watched", true, "reason", "700 different values."),
                                map("name", "customer", "watched", false, "reason", "Like an identifier."),
                                map("name", "prediction.score", "watched", true, "reason", "90 different values."))),
                "missingValues",
                map(
                        "suggested",
                        true,
                        "reason",
                        "Above what the baseline shows.",
                        "features",
                        List.of(
                                map("feature", "distance", "maximumRatio", 0.025, "reason", "Missing in 1.2 %."),
                                map("feature", "customer", "maximumRatio", null, "reason", "Never missing."))),
                "groundTruth",
                map(
                        "suggested",
                        false,
                        "delay",
                        "PT24H",
                        "minimumRatio",
                        0.5,
                        "reason",
                        "No ground truth has arrived lately."));
    }

    /** Of a model that nothing was sent to. */
    public static Map<String, Object> empty() {
        return setup(
                List.of("done", "open", "waiting", "waiting", "waiting", "waiting", "waiting"),
                0,
                0,
                0,
                null,
                List.of(coverage("freshness", "blind", "No prediction has arrived yet.", "Send predictions.")));
    }

    /** Of a model that had predictions, whose schema was inferred. */
    public static Map<String, Object> started(Instant now, int predictions) {
        return setup(
                List.of("done", "done", "done", "open", "open", "open", "open"),
                1,
                predictions,
                0,
                now,
                List.of(coverage("performance", "blind", "No ground truth has arrived.", "Send ground truth.")));
    }

    /** Of a model with everything. */
    public static Map<String, Object> complete(Instant now) {
        return setup(
                List.of("done", "done", "done", "done", "done", "done", "done"),
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
        List<String> steps =
                List.of("model", "key", "predictions", "schema", "ground-truth", "baseline", "health-checks");
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
