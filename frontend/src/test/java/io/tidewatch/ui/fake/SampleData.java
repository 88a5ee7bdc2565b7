package io.tidewatch.ui.fake;

import io.tidewatch.ui.fake.FakeBackend.Refusal;
import io.tidewatch.ui.fake.FakeBackend.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Made-up answers of believable shape: a flight-delay model whose distance jumped three days ago, a healthy regression, one
 * that never got a prediction, and one with a hostile name. Two organizations; a person in both.
 */
public final class SampleData {

    static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private final Map<String, Map<String, Object>> models = new LinkedHashMap<>();
    private final List<Map<String, Object>> baselines = new ArrayList<>();
    private final boolean editor;

    private SampleData(boolean editor) {
        this.editor = editor;
        model("flight-delay", "Flight delay", "binary", "delays", "Delays");
        model("delay-minutes", "Minutes of delay", "regression", "delays", "Delays");
        model("seat-upgrade", "Seat upgrade", "multiclass", "revenue", "Revenue");
        model("no-show", "No-show", "binary", "revenue", "Revenue");
        model("hostile", HOSTILE, "binary", "delays", "Delays");
        baselines.add(baseline("January", now.minus(150, ChronoUnit.DAYS), now.minus(120, ChronoUnit.DAYS), true));
        baselines.add(baseline("First try", now.minus(150, ChronoUnit.DAYS), now.minus(140, ChronoUnit.DAYS), false));
    }

    /** Adds the routes of the whole API to a server. */
    public static void serve(FakeBackend server, boolean editor) {
        new SampleData(editor).routes(server);
    }

    /** Runs on a port until stopped: {@code port [viewer]}. */
    public static void main(String[] arguments) throws Exception {
        FakeBackend server = new FakeBackend(Integer.parseInt(arguments[0]));
        serve(server, arguments.length < 2);
        System.out.println(server.url());
        Thread.currentThread().join();
    }

    private void routes(FakeBackend server) {
        server.on("GET", "/me", request -> me());
        server.on("GET", "/me/preferences", request -> preferences());
        server.on("GET", "/me/sessions", request -> sessions());
        server.on(
                "GET",
                "/teams",
                request -> page(List.of(team("delays", "Delays"), team("revenue", "Revenue"), team("cargo", "Cargo"))));
        server.on("GET", "/models", this::list);
        server.on("POST", "/models", this::register);
        server.on("GET", "/models/{}", request -> find(request));
        server.on("GET", "/models/{}/health", this::health);
        server.on(
                "GET",
                "/models/{}/versions",
                request -> page(find(request).get("key").equals("no-show") ? List.of() : versions()));
        server.on("GET", "/models/{}/baselines", request -> page(baselines));
        server.on("POST", "/models/{}/baselines", request -> {
            baselines.replaceAll(old -> with(old, "current", false));
            baselines.addFirst(baseline("New", now.minus(7, ChronoUnit.DAYS), now, true));
            return baselines.getFirst();
        });
        server.on("PUT", "/models/{}/shares/{}", request -> null);
        server.on("DELETE", "/models/{}/shares/{}", request -> null);
        server.on("GET", "/models/{}/volume", this::volume);
        server.on("GET", "/models/{}/drift", request -> drift(request));
        server.on("GET", "/models/{}/drift/{}", this::feature);
        server.on(
                "GET",
                "/models/{}/drift/{}/history",
                request -> map("points", history(request.segment(1), from(request), to(request))));
        server.on(
                "GET",
                "/models/{}/drift-history",
                request -> map(
                        "features",
                        names().stream()
                                .map(name -> map("name", name, "points", history(name, from(request), to(request))))
                                .toList()));
        new SampleSetup(now).routes(server);
        new SampleIngestion(now).routes(server);
        new SampleAdministration(now).routes(server);
        SampleRuns sampleRuns = new SampleRuns(now);
        server.on(
                "GET",
                "/models/{}/runs",
                request -> page(find(request).get("key").equals("no-show") ? List.of() : sampleRuns.list()));
        server.on("GET", "/models/{}/runs/{}", request -> sampleRuns.get(request.segment(1)));
        server.on("GET", "/models/{}/performance", this::performance);
        server.on("GET", "/models/{}/predictions", this::predictions);
        server.on(
                "GET",
                "/models/{}/predictions/{}",
                request -> prediction(new Random(request.segment(1).hashCode()), now));
    }

    private static Map<String, Object> preferences() {
        return map(
                "timeZone",
                "Asia/Tokyo",
                "theme",
                "dark",
                "notificationAddresses",
                List.of(map("kind", "email", "address", "on-call@example.com", "verified", false)),
                "revision",
                3);
    }

    private static Map<String, Object> sessions() {
        return map(
                "items",
                List.of(
                        map(
                                "id",
                                "01900000-0000-7000-8000-000000000101",
                                "current",
                                true,
                                "signedInAt",
                                "2026-03-01T08:00:00Z",
                                "lastSeenAt",
                                "2026-03-01T09:00:00Z",
                                "browser",
                                "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0",
                                "address",
                                "192.0.2.7"),
                        map(
                                "id",
                                "01900000-0000-7000-8000-000000000102",
                                "current",
                                false,
                                "signedInAt",
                                "2026-02-28T08:00:00Z",
                                "lastSeenAt",
                                "2026-02-28T09:00:00Z")));
    }

    private Map<String, Object> me() {
        String role = editor ? "editor" : "viewer";
        return map(
                "id", "01900000-0000-7000-8000-000000000001",
                "name", "Demo Editor",
                "email", "demo-editor@example.com",
                "organizations",
                        List.of(
                                map(
                                        "key",
                                        "northwind-air",
                                        "name",
                                        "Northwind Air (demo)",
                                        "organizationAdmin",
                                        false,
                                        "teams",
                                        List.of(
                                                map("key", "delays", "name", "Delays", "role", role),
                                                map("key", "revenue", "name", "Revenue", "role", "viewer"))),
                                map(
                                        "key",
                                        "contoso-freight",
                                        "name",
                                        "Contoso Freight (demo)",
                                        "organizationAdmin",
                                        false,
                                        "teams",
                                        List.of())));
    }

    private void model(String key, String name, String task, String teamKey, String teamName) {
        models.put(
                key,
                map(
                        "key",
                        key,
                        "name",
                        name,
                        "description",
                        "Says whether a flight will be more than 15 minutes late.",
                        "task",
                        task,
                        "team",
                        team(teamKey, teamName),
                        "sharedWith",
                        List.of(),
                        "createdAt",
                        now.minus(151, ChronoUnit.DAYS).toString(),
                        "revision",
                        1,
                        "access",
                        map("edit", editor && teamKey.equals("delays"))));
    }

    private Object list(Request request) {
        if ("contoso-freight".equals(request.headers().get("tidewatch-organization"))) {
            return page(List.of());
        }
        String search = request.query().getOrDefault("search", "").toLowerCase(Locale.ROOT);
        String team = request.query().get("team");
        return page(models.values().stream()
                .filter(model -> (model.get("name") + " " + model.get("key"))
                        .toLowerCase(Locale.ROOT)
                        .contains(search))
                .filter(model -> team == null
                        || ((Map<?, ?>) model.get("team")).get("key").equals(team))
                .toList());
    }

    private Object register(Request request) {
        if (request.body().contains("\"key\":\"flight-delay\"")) {
            throw new Refusal(422, "validation-failed", "The request is not valid")
                    .violation("key", "is taken by another model of the organization");
        }
        model("new-model", "New model", "binary", "delays", "Delays");
        return models.get("new-model");
    }

    private Map<String, Object> find(Request request) {
        Map<String, Object> model = models.get(request.segment(0));
        if (model == null) {
            throw new Refusal(404, "model-not-found", "There is no such model");
        }
        return model;
    }

    private Object health(Request request) {
        String key = (String) find(request).get("key");
        String status = switch (key) {
            case "flight-delay" -> "critical";
            case "seat-upgrade" -> "warning";
            case "no-show" -> "no-data";
            case "hostile" -> "unknown";
            default -> "ok";
        };
        String reason = switch (key) {
            case "flight-delay" ->
                "1 of 8 features has drifted: distance moved far from its baseline (effect 1.84, limit 0.25).";
            case "seat-upgrade" -> "fare_class has drifted (effect 0.14, limit 0.1); new values make up 3 % of it.";
            case "no-show" -> "No prediction has arrived yet.";
            case "hostile" -> "There is no baseline to compare with. Pin one from a window you trust.";
            default -> "All 8 features are close to their baseline.";
        };
        boolean silent = key.equals("no-show");
        return map(
                "status",
                status,
                "reason",
                reason,
                "lastPredictionAt",
                silent
                        ? null
                        : now.minus(Math.abs(key.hashCode() % 50), ChronoUnit.MINUTES)
                                .toString(),
                "predictionCount24h",
                silent ? 0 : 12_480,
                "driftedFeatureCount",
                key.equals("flight-delay") || key.equals("seat-upgrade") ? 1 : 0,
                "featureCount",
                8,
                "evaluatedAt",
                now.toString(),
                "window",
                map("from", now.minus(1, ChronoUnit.DAYS).toString(), "to", now.toString()));
    }

    private List<Object> versions() {
        List<Object> features = List.of(
                map(
                        "name",
                        "distance",
                        "type",
                        "float64",
                        "required",
                        true,
                        "unit",
                        "miles",
                        "min",
                        0.0,
                        "description",
                        "Great-circle distance"),
                map("name", "hour", "type", "int64", "required", true, "min", 0.0, "max", 23.0),
                map(
                        "name",
                        "weekday",
                        "type",
                        "category",
                        "categories",
                        List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")),
                map("name", "origin", "type", "category", "required", true),
                map(
                        "name",
                        "late_before",
                        "type",
                        "float64",
                        "required",
                        false,
                        "description",
                        "Share of late flights at the origin in the last 3 hours"));
        Map<String, Object> output =
                map("classes", List.of("late", "on-time"), "positiveClass", "late", "threshold", 0.35);
        return List.of(
                map(
                        "version",
                        "2",
                        "description",
                        "Retrained",
                        "schema",
                        map("features", features),
                        "output",
                        output,
                        "parameters",
                        map("trees", 200, "depth", 6),
                        "metrics",
                        map("roc_auc", 0.702),
                        "trainedOn",
                        map(
                                "from",
                                now.minus(180, ChronoUnit.DAYS).toString(),
                                "to",
                                now.minus(90, ChronoUnit.DAYS).toString()),
                        "createdAt",
                        now.minus(60, ChronoUnit.DAYS).toString()),
                map(
                        "version",
                        "1",
                        "description",
                        "First model",
                        "schema",
                        map("features", features),
                        "output",
                        output,
                        "parameters",
                        map("trees", 100, "depth", 6),
                        "metrics",
                        map("roc_auc", 0.683),
                        "createdAt",
                        now.minus(150, ChronoUnit.DAYS).toString()));
    }

    private Map<String, Object> baseline(String name, Instant from, Instant to, boolean current) {
        return map(
                "id",
                "b-" + name,
                "name",
                name,
                "version",
                null,
                "environment",
                null,
                "from",
                from.toString(),
                "to",
                to.toString(),
                "predictionCount",
                41_207,
                "pinnedAt",
                to.toString(),
                "current",
                current);
    }

    private Object volume(Request request) {
        if (find(request).get("key").equals("no-show")) {
            return map(
                    "from",
                    from(request).toString(),
                    "to",
                    to(request).toString(),
                    "interval",
                    "PT1H",
                    "total",
                    0,
                    "points",
                    List.of(),
                    "versions",
                    List.of());
        }
        Instant from = from(request);
        Instant to = to(request);
        boolean hours = Duration.between(from, to).toDays() <= 7;
        Duration step = hours ? Duration.ofHours(1) : Duration.ofDays(1);
        List<Object> all = new ArrayList<>();
        List<Object> first = new ArrayList<>();
        List<Object> second = new ArrayList<>();
        Instant half = from.plus(Duration.between(from, to).dividedBy(2));
        long total = 0;
        for (Instant at = from.truncatedTo(hours ? ChronoUnit.HOURS : ChronoUnit.DAYS);
                at.isBefore(to);
                at = at.plus(step)) {
            double wave = 1 + Math.sin(at.getEpochSecond() / 86_400.0 * 2 * Math.PI) * (hours ? 0.7 : 0.1);
            long count = Math.round((hours ? 520 : 12_400) * wave + new Random(at.getEpochSecond()).nextInt(60));
            total += count;
            all.add(map("start", at.toString(), "count", count));
            (at.isBefore(half) ? first : second).add(map("start", at.toString(), "count", count));
        }
        return map(
                "from",
                from.toString(),
                "to",
                to.toString(),
                "interval",
                step.toString(),
                "total",
                total,
                "points",
                all,
                "versions",
                List.of(
                        map("version", "1", "total", total / 2, "points", first),
                        map("version", "2", "total", total / 2, "points", second)));
    }

    private static List<String> names() {
        return List.of(
                "distance",
                "late_before",
                "origin",
                "destination",
                "hour",
                "weekday",
                "route_history",
                "carrier_delay",
                "prediction.score");
    }

    private Object drift(Request request) {
        String key = (String) find(request).get("key");
        if (key.equals("hostile")) {
            throw new Refusal(404, "baseline-not-found", "The model has no baseline yet. Pin one first.");
        }
        if (key.equals("no-show")) {
            return map(
                    "window",
                    null,
                    "baseline",
                    null,
                    "n",
                    0,
                    "status",
                    "no-data",
                    "reason",
                    "No predictions in this window.",
                    "features",
                    List.of());
        }
        return map(
                "window",
                map("from", from(request).toString(), "to", to(request).toString()),
                "baseline",
                map(
                        "id",
                        "b-January",
                        "name",
                        "January",
                        "from",
                        now.minus(150, ChronoUnit.DAYS).toString(),
                        "to",
                        now.minus(120, ChronoUnit.DAYS).toString(),
                        "n",
                        41_207),
                "n",
                87_402,
                "status",
                "critical",
                "reason",
                "1 of 8 features has drifted: distance.",
                "features",
                names().stream().map(this::row).toList());
    }

    private Map<String, Object> row(String name) {
        Random random = new Random(name.hashCode());
        boolean drifted = name.equals("distance");
        boolean category = List.of("origin", "destination", "weekday").contains(name);
        double effect = drifted ? 1.842 : name.equals("late_before") ? 0.127 : random.nextDouble() * 0.03;
        Map<String, Object> methods =
                map("psi", map("score", effect + 0.01, "pValue", null, "threshold", 0.1, "drifted", effect > 0.09));
        methods.put(
                category ? "chi_square" : "ks",
                map(
                        "score",
                        drifted ? 0.0 : random.nextDouble(),
                        "statistic",
                        effect / 3,
                        "threshold",
                        0.05,
                        "drifted",
                        drifted));
        return map(
                "name",
                name,
                "kind",
                name.startsWith("prediction.") ? "prediction" : "feature",
                "type",
                category ? "category" : "float64",
                "status",
                drifted ? "critical" : effect > 0.1 ? "warning" : "ok",
                "reason",
                drifted ? "Values moved up: the median is 1,174, was 733." : "Close to the baseline.",
                "referenceCount",
                41_207,
                "currentCount",
                87_402,
                "referenceMissing",
                12,
                "currentMissing",
                name.equals("late_before") ? 4_220 : 31,
                "effect",
                effect,
                "pValue",
                drifted ? 1e-9 : random.nextDouble(),
                "qValue",
                drifted ? 1e-8 : 0.4 + random.nextDouble() / 2,
                "methods",
                methods,
                "sparkline",
                map("reference", shares(0, 10), "current", shares(drifted ? 3 : 0.2, 10)));
    }

    private static double[] shares(double shift, int bins) {
        double[] raw = IntStream.range(0, bins)
                .mapToDouble(i -> Math.exp(-Math.pow(i - 3.5 - shift, 2) / 6))
                .toArray();
        double sum = DoubleStream.of(raw).sum();
        return DoubleStream.of(raw).map(value -> value / sum).toArray();
    }

    private Object feature(Request request) {
        find(request);
        String name = request.segment(1);
        if (!names().contains(name)) {
            throw new Refusal(404, "feature-not-found", "There is no such feature");
        }
        Map<String, Object> row = row(name);
        boolean category = "category".equals(row.get("type"));
        double[] reference = shares(0, 12);
        double[] current = shares(name.equals("distance") ? 3 : 0.2, 12);
        List<Object> bins = new ArrayList<>();
        String[] airports = {"ATL", "ORD", "DFW", "LAX", "PHX", "DEN", "IAH", "LAS", "DTW", HOSTILE, "MSP", "other"};
        for (int i = 0; i < 12; i++) {
            bins.add(map(
                    "lower",
                    category || i == 0 ? null : (Object) (i * 250.0),
                    "upper",
                    category || i == 11 ? null : (Object) ((i + 1) * 250.0),
                    "label",
                    category && i < 11 ? airports[i] : null,
                    "other",
                    category && i == 11,
                    "reference",
                    Math.round(reference[i] * 41_207),
                    "current",
                    Math.round(current[i] * 87_402),
                    "referenceShare",
                    reference[i],
                    "currentShare",
                    current[i]));
        }
        row.put("distribution", map("kind", category ? "category" : "numeric", "bins", bins));
        return row;
    }

    private List<Object> history(String name, Instant from, Instant to) {
        List<Object> points = new ArrayList<>();
        for (Instant at = from.truncatedTo(ChronoUnit.DAYS); at.isBefore(to); at = at.plus(1, ChronoUnit.DAYS)) {
            Random random = new Random(name.hashCode() + at.getEpochSecond());
            boolean fault = name.equals("distance")
                    && Duration.between(at, now).toDays() < 4
                    && Duration.between(at, now).toDays() >= 1;
            double effect = fault
                    ? 1.7 + random.nextDouble() * 0.3
                    : random.nextDouble() * (name.equals("late_before") ? 0.17 : 0.05);
            boolean gap = name.equals("carrier_delay") && random.nextInt(6) == 0;
            points.add(map(
                    "start",
                    at.toString(),
                    "end",
                    at.plus(1, ChronoUnit.DAYS).toString(),
                    "n",
                    gap ? 0 : 12_000 + random.nextInt(900),
                    "effect",
                    gap ? null : (Object) effect,
                    "psi",
                    gap ? null : (Object) (effect + 0.01),
                    "ks",
                    gap ? null : (Object) (effect / 3),
                    "status",
                    gap ? "no-data" : effect > 0.25 ? "critical" : effect > 0.1 ? "warning" : "ok"));
        }
        return points;
    }

    private Object performance(Request request) {
        Map<String, Object> model = find(request);
        boolean regression = "regression".equals(model.get("task"));
        List<Object> points = new ArrayList<>();
        if (model.get("key").equals("no-show")) {
            return map("task", model.get("task"), "points", points, "overall", points);
        }
        Instant to = to(request);
        Instant half = from(request).plus(Duration.between(from(request), to).dividedBy(2));
        for (Instant at = from(request).truncatedTo(ChronoUnit.DAYS);
                at.isBefore(to);
                at = at.plus(1, ChronoUnit.DAYS)) {
            boolean open = Duration.between(at, to).toDays() < 1;
            Random random = new Random(at.getEpochSecond());
            points.add(point(at, null, regression, open, random));
            points.add(point(at, at.isBefore(half) ? "1" : "2", regression, open, random));
        }
        Random random = new Random(7);
        List<Object> overall = List.of(
                point(from(request), null, regression, false, random),
                point(from(request), "1", regression, false, random),
                point(from(request), "2", regression, false, random));
        return map(
                "task",
                model.get("task"),
                "positiveClass",
                "late",
                "threshold",
                0.35,
                "points",
                points,
                "overall",
                overall);
    }

    private Map<String, Object> point(
            Instant at, @Nullable String version, boolean regression, boolean open, Random random) {
        double dip = "2".equals(version) ? 0.03 : 0;
        Map<String, Object> metrics = regression
                ? map(
                        "mae",
                        11.2 + random.nextDouble(),
                        "rmse",
                        19.5 + random.nextDouble(),
                        "r2",
                        0.31 - dip,
                        "mean_error",
                        -0.4)
                : map(
                        "roc_auc",
                        0.70 - dip + random.nextDouble() * 0.02,
                        "accuracy",
                        0.78 - dip,
                        "precision",
                        0.52,
                        "recall",
                        0.61 - dip,
                        "f1",
                        0.56 - dip,
                        "log_loss",
                        0.48 + dip,
                        "brier",
                        0.16 + dip);
        if (open) {
            metrics.replaceAll((name, value) -> null);
        }
        return map(
                "start",
                at.toString(),
                "end",
                at.plus(1, ChronoUnit.DAYS).toString(),
                "version",
                version,
                "predictionCount",
                12_400,
                "groundTruthCount",
                open ? 0 : 12_100,
                "coverage",
                open ? 0.0 : 0.976,
                "metrics",
                metrics);
    }

    private Object predictions(Request request) {
        if (find(request).get("key").equals("no-show")) {
            return page(List.of());
        }
        int limit = Integer.parseInt(request.query().getOrDefault("limit", "50"));
        int offset = Integer.parseInt(request.query().getOrDefault("cursor", "0"));
        List<Object> items = IntStream.range(offset, offset + limit)
                .mapToObj(i -> (Object) prediction(new Random(i), to(request).minus(i * 7L, ChronoUnit.SECONDS)))
                .toList();
        return map("items", items, "nextCursor", offset + limit >= 500 ? null : Integer.toString(offset + limit));
    }

    private Map<String, Object> prediction(Random random, Instant at) {
        double score = random.nextDouble();
        Map<String, Object> features = map(
                "distance",
                200.0 + random.nextInt(2000),
                "hour",
                random.nextInt(24),
                "origin",
                "ATL",
                "late_before",
                random.nextInt(4) == 0 ? null : (Object) 0.21);
        return map(
                "predictionId",
                "0190" + Long.toHexString(random.nextLong()),
                "version",
                "2",
                "environment",
                "production",
                "occurredAt",
                at.toString(),
                "receivedAt",
                at.plusMillis(420).toString(),
                "entityId",
                random.nextInt(3) == 0 ? HOSTILE : "DL" + random.nextInt(2000),
                "features",
                features,
                "prediction",
                map("score", score, "class", score > 0.35 ? "late" : "on-time"),
                "segments",
                map("carrier", "DL"),
                "latencyMs",
                4.2,
                "groundTruth",
                random.nextInt(3) == 0
                        ? null
                        : map(
                                "class",
                                random.nextBoolean() ? "late" : "on-time",
                                "observedAt",
                                at.plus(1, ChronoUnit.DAYS).toString()));
    }

    private static Instant from(Request request) {
        return Instant.parse(request.query().get("from"));
    }

    private static Instant to(Request request) {
        return Instant.parse(request.query().get("to"));
    }

    private static Map<String, Object> team(String key, String name) {
        return map("key", key, "name", name);
    }

    private static Map<String, Object> page(List<?> items) {
        return map("items", items, "nextCursor", null);
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    static Map<String, Object> map(@Nullable Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
