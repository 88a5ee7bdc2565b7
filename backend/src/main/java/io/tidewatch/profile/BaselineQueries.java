package io.tidewatch.profile;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.clickhouse.Row;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of baselines in ClickHouse. */
@ApplicationScoped
class BaselineQueries {

    private static final List<String> VALUE_COLUMNS =
            List.of("organization_id", "model_id", "baseline_id", "signal", "kind", "number", "label", "n");
    private static final List<String> BLOCK_COLUMNS =
            List.of("organization_id", "model_id", "baseline_id", "signal", "unit", "bins");

    private final ClickHouse clickHouse;

    BaselineQueries(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Stores values and blocks; they are found only once the baseline itself is stored. */
    Uni<Void> insert(
            OrganizationId organization,
            ModelId model,
            BaselineId baseline,
            Map<String, ValueCounts> values,
            Map<String, List<long[]>> blocks) {
        BaselineRows rows = new BaselineRows(organization, model, baseline);
        values.forEach(rows::addValues);
        blocks.forEach(rows::addBlocks);
        return clickHouse
                .insert(new BinaryInsert("baseline_value", VALUE_COLUMNS, "values:" + baseline, rows.values()))
                .chain(() -> rows.hasBlocks()
                        ? clickHouse
                                .insert(new BinaryInsert(
                                        "baseline_block", BLOCK_COLUMNS, "blocks:" + baseline, rows.blocks()))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** Reads the content of a baseline. */
    Uni<BaselineContent> content(OrganizationId organization, ModelId model, Baseline baseline) {
        Map<String, StoredValues> values = new HashMap<>();
        Map<String, List<long[]>> blocks = new HashMap<>();
        return clickHouse
                .query("profile/baseline-values", organization)
                .bind("modelId", model.value())
                .bind("baselineId", baseline.id().value())
                .forEach(row -> addValues(row, values))
                .chain(() -> clickHouse
                        .query("profile/baseline-blocks", organization)
                        .bind("modelId", model.value())
                        .bind("baselineId", baseline.id().value())
                        .forEach(row -> blocks.computeIfAbsent(row.string("signal"), ignored -> new ArrayList<>())
                                .add(row.int64s("bins"))))
                .map(ignored -> new BaselineContent(baseline, StoredValues.counts(values, baseline), blocks));
    }

    private static void addValues(Row row, Map<String, StoredValues> values) {
        StoredValues signal = values.computeIfAbsent(row.string("signal"), ignored -> new StoredValues());
        long[] counts = row.int64s("counts");
        switch (row.string("kind")) {
            case "number" -> signal.addNumbers(row.float64s("numbers"), counts);
            case "category" -> signal.addCategories(row.strings("labels"), counts);
            case "missing" -> signal.addMissing(counts);
            case "pooled" -> signal.addPooled(row.float64s("numbers"), counts);
            default -> throw new IllegalStateException("Unknown kind of baseline value");
        }
    }
}
