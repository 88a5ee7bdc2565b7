package io.tidewatch.ui.fake;

import static io.tidewatch.ui.fake.SampleData.map;

import io.tidewatch.ui.fake.FakeBackend.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Three training runs, of which one broke off and one is hostile, and a validation run. */
final class SampleRuns {

    private final Map<String, Map<String, Object>> runs = new LinkedHashMap<>();

    SampleRuns(Instant now) {
        add(
                "0195aaaa-0000-7000-8000-000000000004",
                "validation",
                "succeeded",
                "March, night flights",
                now,
                1,
                0.752,
                4);
        add("0195aaaa-0000-7000-8000-000000000003", "training", "succeeded", "boosting, depth 8", now, 2, 0.741, 8);
        add("0195aaaa-0000-7000-8000-000000000002", "training", "succeeded", "boosting, depth 6", now, 3, 0.736, 6);
        add("0195aaaa-0000-7000-8000-000000000001", "training", "failed", SampleData.HOSTILE, now, 4, 0.5, 2);
    }

    /** Without series and profile. */
    List<Object> list() {
        List<Object> list = new ArrayList<>();
        for (Map<String, Object> run : runs.values()) {
            Map<String, Object> summary = new LinkedHashMap<>(run);
            summary.remove("series");
            summary.remove("profile");
            list.add(summary);
        }
        return list;
    }

    Map<String, Object> get(String id) {
        Map<String, Object> run = runs.get(id);
        if (run == null) {
            throw new Refusal(404, "run-not-found", "The model has no such run.");
        }
        return run;
    }

    private void add(
            String id, String kind, String status, String name, Instant now, int daysAgo, double auc, int depth) {
        Instant start = now.minus(daysAgo, ChronoUnit.DAYS);
        runs.put(
                id,
                map(
                        "id", id,
                        "kind", kind,
                        "status", status,
                        "name", name,
                        "versions", depth == 8 ? List.of("2") : List.of(),
                        "startedAt", start.toString(),
                        "endedAt", start.plusSeconds(1234).toString(),
                        "parameters", map("depth", Integer.toString(depth), "rate", "0.1"),
                        "metrics", map("roc_auc", auc, "log_loss", 1 - auc),
                        "series",
                                map(
                                        "log_loss",
                                        IntStream.range(0, 50)
                                                .mapToObj(step -> map("step", step, "value", 1.0 / (step + depth)))
                                                .toList()),
                        "profile", profile(depth),
                        "createdAt", start.plusSeconds(1235).toString(),
                        "createdBy", "training"));
    }

    private static Map<String, Object> profile(int depth) {
        return map(
                "rowCount",
                1000,
                "columns",
                List.of(
                        map(
                                "name",
                                "distance",
                                "type",
                                "float64",
                                "count",
                                990,
                                "missing",
                                10,
                                "min",
                                31.0,
                                "max",
                                4962.0,
                                "mean",
                                700.0 + depth,
                                "sd",
                                560.5,
                                "quantiles",
                                List.of(map("probability", 0.5, "value", 550.0))),
                        map(
                                "name",
                                "origin",
                                "type",
                                "category",
                                "count",
                                1000,
                                "missing",
                                0,
                                "distinct",
                                230,
                                "topCategories",
                                List.of(map("value", "ATL", "count", 61)))));
    }
}
