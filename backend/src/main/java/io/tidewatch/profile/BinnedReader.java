package io.tidewatch.profile;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.clickhouse.Query;
import io.tidewatch.platform.clickhouse.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Counts the values of a window in the bins of a baseline, by unit of time, inside ClickHouse. */
@ApplicationScoped
public class BinnedReader {

    private static final long OTHER = 4_294_967_295L;

    private final ClickHouse clickHouse;

    BinnedReader(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Counts; one statement per array of features. */
    public Uni<BinnedWindow> read(BinnedRequest request) {
        NavigableMap<Integer, Long> counts = new TreeMap<>();
        Map<String, NavigableMap<Integer, long[]>> byVariable = new HashMap<>();
        request.bins().keySet().forEach(variable -> byVariable.put(variable.name(), new TreeMap<>()));
        List<Uni<Long>> statements = new ArrayList<>();
        statements.add(query("counts-by-unit", request)
                .forEach(row -> counts.merge(row.int32("unit"), row.int64("n"), Long::sum)));
        addNumbers(statements, request, byVariable, "binned-f64", List.of(VariableSource.F64));
        addNumbers(statements, request, byVariable, "binned-f32", List.of(VariableSource.F32));
        addNumbers(statements, request, byVariable, "binned-i64", List.of(VariableSource.I64));
        addNumbers(
                statements, request, byVariable, "binned-score", List.of(VariableSource.SCORE, VariableSource.VALUE));
        addCategories(statements, request, byVariable, "binned-cat", VariableSource.CAT);
        addCategories(statements, request, byVariable, "binned-class", VariableSource.CLASS);
        return Uni.join().all(List.copyOf(statements)).andFailFast().replaceWith(new BinnedWindow(counts, byVariable));
    }

    private void addNumbers(
            List<Uni<Long>> statements,
            BinnedRequest request,
            Map<String, NavigableMap<Integer, long[]>> byVariable,
            String statement,
            List<VariableSource> sources) {
        Map<Integer, Variable> byPosition = new TreeMap<>();
        for (Variable variable : request.bins().keySet()) {
            if (sources.contains(variable.source()) && variable.type().isNumeric()) {
                byPosition.put(variable.source() == VariableSource.VALUE ? 2 : variable.position() + 1, variable);
            }
        }
        if (byPosition.isEmpty()) {
            return;
        }
        List<List<Double>> edges = new ArrayList<>();
        int last =
                byPosition.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int position = 1; position <= last; position++) {
            Variable variable = byPosition.get(position);
            BaselineBins bins = variable == null ? null : request.bins().get(variable);
            edges.add(bins == null ? List.of() : bins.edges());
        }
        statements.add(query(statement, request)
                .bind("positions", List.copyOf(byPosition.keySet()))
                .bind("edges", edges)
                .forEach(row -> add(row, byPosition, request, byVariable, row.int32("bin"))));
    }

    private void addCategories(
            List<Uni<Long>> statements,
            BinnedRequest request,
            Map<String, NavigableMap<Integer, long[]>> byVariable,
            String statement,
            VariableSource source) {
        Map<Integer, Variable> byPosition = new TreeMap<>();
        List<String> keys = new ArrayList<>();
        List<Integer> bins = new ArrayList<>();
        request.bins().forEach((variable, planned) -> {
            if (variable.source() == source) {
                byPosition.put(variable.position() + 1, variable);
                for (int bin = 0; bin < planned.categories().size(); bin++) {
                    keys.add((variable.position() + 1) + "\n"
                            + planned.categories().get(bin));
                    bins.add(bin);
                }
            }
        });
        if (byPosition.isEmpty()) {
            return;
        }
        if (keys.isEmpty()) {
            // transform() refuses an empty table; position 0 does not exist.
            keys.add("0\n");
            bins.add(0);
        }
        Query query = query(statement, request).bind("keys", keys).bind("bins", bins);
        if (source == VariableSource.CAT) {
            query.bind("positions", List.copyOf(byPosition.keySet()));
        }
        statements.add(query.forEach(row -> {
            long bin = row.int64("bin");
            add(row, byPosition, request, byVariable, bin == OTHER ? -1 : Math.toIntExact(bin));
        }));
    }

    /** Adds a row; a negative bin is the last one. */
    private static void add(
            Row row,
            Map<Integer, Variable> byPosition,
            BinnedRequest request,
            Map<String, NavigableMap<Integer, long[]>> byVariable,
            int bin) {
        Variable variable = byPosition.get(row.int32("position"));
        BaselineBins bins = variable == null ? null : request.bins().get(variable);
        if (variable == null || bins == null) {
            return;
        }
        long[] counts = byVariable
                .getOrDefault(variable.name(), new TreeMap<>())
                .computeIfAbsent(row.int32("unit"), ignored -> new long[bins.count()]);
        counts[bin < 0 ? counts.length - 1 : bin] += row.int64("n");
    }

    private Query query(String statement, BinnedRequest request) {
        WindowSelection window = request.selection();
        return clickHouse
                .query("profile/" + statement, window.organization())
                .bind("modelId", window.model().value())
                .between(window.from(), window.to())
                .bind("version", window.versionOrAll())
                .bind("environment", window.environmentOrAll())
                .bind("originMicros", ChronoUnit.MICROS.between(Instant.EPOCH, request.origin()))
                .bind("stepMicros", request.step().toNanos() / 1000);
    }
}
