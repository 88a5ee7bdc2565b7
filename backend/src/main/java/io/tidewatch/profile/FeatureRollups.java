package io.tidewatch.profile;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.FeatureSchema;
import io.tidewatch.registry.ModelId;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.ModelVersionService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How predictions are counted by the hour, and how far they are. */
@ApplicationScoped
public class FeatureRollups {

    /** How long a new baseline may stay unnoticed. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final Duration CATEGORIES_KEPT = Duration.ofDays(1);
    private static final int MAX_KEPT = 10_000;
    private static final List<String> BIN_SET_COLUMNS =
            List.of("organization_id", "model_id", "bin_set_id", "feature", "edges", "created_at");

    private final ModelVersionService versions;
    private final BaselineRepository baselines;
    private final ClickHouse clickHouse;
    private final Clock clock;
    private final Map<PlanKey, Kept> plans = new ConcurrentHashMap<>();
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    FeatureRollups(ModelVersionService versions, BaselineRepository baselines, ClickHouse clickHouse, Clock clock) {
        this.versions = versions;
        this.baselines = baselines;
        this.clickHouse = clickHouse;
        this.clock = clock;
    }

    /** How the predictions of a version are counted; while the database is away, as last known. */
    public Uni<RollupPlan> plan(OrganizationId organization, ModelId model, String version) {
        PlanKey key = new PlanKey(organization, model, version);
        Instant now = clock.instant();
        Kept kept = plans.get(key);
        if (kept != null && now.isBefore(kept.until())) {
            return Uni.createFrom().item(kept.plan());
        }
        return load(key, kept == null ? null : kept.plan(), now)
                .invoke(plan -> {
                    if (plans.size() >= MAX_KEPT) {
                        plans.clear();
                    }
                    plans.put(key, new Kept(plan, now.plus(KEPT)));
                })
                .onFailure(failure -> kept != null)
                .recoverWithItem(() -> kept == null ? RollupPlan.of(null, null, null, now) : kept.plan());
    }

    /**
     * Up to which entry of a log the hours of a model are counted.
     *
     * @param log number of the log
     * @param from start of the first hour
     * @param to end of the last hour
     */
    public Uni<Map<RollupKey, Long>> marks(
            OrganizationId organization, ModelId model, long log, Instant from, Instant to) {
        Map<RollupKey, Long> marks = new HashMap<>();
        return clickHouse
                .query("profile/rollup-marks", organization)
                .bind("modelId", model.value())
                .bind("logId", log)
                .between(from, to)
                .forEach(row -> marks.put(
                        new RollupKey(
                                organization,
                                model,
                                row.int64("hour"),
                                row.string("version"),
                                row.string("environment"),
                                (int) row.int64("retentionDays")),
                        row.int64("mark")))
                .replaceWith(marks);
    }

    private Uni<RollupPlan> load(PlanKey key, @Nullable RollupPlan earlier, Instant now) {
        boolean fresh = earlier == null || earlier.categoriesSince().isBefore(now.minus(CATEGORIES_KEPT));
        return versions.all(key.organization(), key.model())
                .chain(known -> baselines
                        .current(key.organization(), key.model(), key.version())
                        .map(baseline ->
                                RollupPlan.of(schema(known, key.version()), baseline, fresh ? null : earlier, now)))
                .call(plan -> writeEdges(key, plan, now));
    }

    private static @Nullable FeatureSchema schema(List<ModelVersion> known, String version) {
        return known.stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .map(ModelVersion::schema)
                .orElse(null);
    }

    /** The edges that bins refer to must be there before the bins are. */
    private Uni<Void> writeEdges(PlanKey key, RollupPlan plan, Instant now) {
        UUID baseline = plan.baseline();
        List<RollupVariable> binned = plan.variables().stream()
                .filter(variable -> variable.edges().length > 0)
                .toList();
        String what = baseline + ":" + key.version();
        if (baseline == null || binned.isEmpty() || written.contains(what)) {
            return Uni.createFrom().voidItem();
        }
        RowBuffer rows = new RowBuffer(binned.size() * 256);
        for (RollupVariable variable : binned) {
            rows.writeUuid(key.organization().value());
            rows.writeUuid(key.model().value());
            rows.writeLong(variable.binSetId());
            rows.writeString(variable.variable().name());
            rows.writeSize(variable.edges().length);
            for (double edge : variable.edges()) {
                rows.writeDouble(edge);
            }
            rows.writeLong(now.toEpochMilli());
        }
        return clickHouse
                .insert(new BinaryInsert(
                        "histogram_bin_set",
                        BIN_SET_COLUMNS,
                        "bin-set:" + what + ":" + now.toEpochMilli(),
                        out -> out.write(rows.array(), 0, rows.size())))
                .invoke(() -> {
                    if (written.size() >= MAX_KEPT) {
                        written.clear();
                    }
                    written.add(what);
                })
                .replaceWithVoid();
    }

    private record PlanKey(OrganizationId organization, ModelId model, String version) {}

    private record Kept(RollupPlan plan, Instant until) {}
}
