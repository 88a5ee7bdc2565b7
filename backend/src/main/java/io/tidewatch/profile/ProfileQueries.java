package io.tidewatch.profile;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.clickhouse.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the distinct values of a window from ClickHouse: one statement per array of features, whatever their number. */
@ApplicationScoped
class ProfileQueries {

    /** Categories that are kept by name. */
    static final int CATEGORY_LIMIT = 100_000;

    private static final BigInteger UNSIGNED = BigInteger.ONE.shiftLeft(Long.SIZE);

    private final ClickHouse clickHouse;

    ProfileQueries(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Predictions of the window by schema. */
    Uni<Map<Integer, Long>> counts(WindowSelection window) {
        Map<Integer, Long> bySchema = new TreeMap<>();
        return query("window-counts", window)
                .forEach(row -> bySchema.put(row.int32("schemaId"), row.int64("n")))
                .replaceWith(bySchema);
    }

    /**
     * About how many distinct values variables of one numeric source have.
     *
     * @param bits the precisions to look at
     * @return by position, from 0, the number of distinct values by precision
     */
    Uni<Map<Integer, Map<Integer, Long>>> distinct(
            VariableSource source, WindowSelection window, Collection<Integer> positions, List<Integer> bits) {
        Map<BigInteger, Integer> bitsByMask = new HashMap<>();
        bits.forEach(each -> bitsByMask.put(unsignedMask(each), each));
        Map<Integer, Map<Integer, Long>> distinct = new HashMap<>();
        return query("distinct-" + fileOf(source), window)
                .bind("positions", oneBased(positions))
                .bind("masks", List.copyOf(bitsByMask.keySet()))
                .forEach(row -> distinct.computeIfAbsent(row.int32("position") - 1, ignored -> new HashMap<>())
                        .put(bitsByMask.getOrDefault(new BigInteger(row.string("mask")), 0), row.int64("distinct")))
                .replaceWith(distinct);
    }

    /**
     * Values of the variables of one numeric source.
     *
     * @param bits precision by position, from 0
     * @return builders by position; a position without any value is absent
     */
    Uni<Map<Integer, FiniteValues>> numbers(VariableSource source, WindowSelection window, Map<Integer, Integer> bits) {
        int last = bits.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<BigInteger> masks = new ArrayList<>();
        for (int position = 0; position <= last; position++) {
            Integer kept = bits.get(position);
            masks.add(kept == null ? BigInteger.ZERO : unsignedMask(kept));
        }
        Map<Integer, FiniteValues> values = new HashMap<>();
        return query("values-" + fileOf(source), window)
                .bind("masks", masks)
                .forEach(row -> {
                    int position = row.int32("position") - 1;
                    int kept = bits.getOrDefault(position, NumberCounts.EXACT);
                    values.put(position, FiniteValues.of(row.float64s("values"), row.int64s("counts"), kept));
                })
                .replaceWith(values);
    }

    /** Values of categorical features by position, from 0; {@code missing} is not known here and 0. */
    Uni<Map<Integer, CategoryCounts>> categories(WindowSelection window, Collection<Integer> positions) {
        return categories(query("values-cat", window).bind("positions", oneBased(positions)));
    }

    /** Predicted classes at position 0. */
    Uni<Map<Integer, CategoryCounts>> classes(WindowSelection window) {
        return categories(query("values-class", window));
    }

    private static Uni<Map<Integer, CategoryCounts>> categories(Query query) {
        Map<Integer, CategoryCounts> byPosition = new HashMap<>();
        return query.bind("limit", CATEGORY_LIMIT)
                .forEach(row -> byPosition.put(
                        row.int32("position") - 1,
                        new CategoryCounts(
                                CategoryCounts.zip(row.strings("labels"), row.int64s("counts")),
                                row.int64("pooledCategories"),
                                row.int64("pooledCount"),
                                0)))
                .replaceWith(byPosition);
    }

    /** Predictions with a value, by source and position from 0, for values that are not compared. */
    Uni<Map<VariableSource, long[]>> presence(WindowSelection window) {
        return query("presence", window)
                .first(row -> Map.of(
                        VariableSource.TEXT, row.int64s("text"),
                        VariableSource.EMBEDDING, row.int64s("embedding"),
                        VariableSource.I64, row.int64s("i64")))
                .map(found -> found.orElse(Map.of()));
    }

    private Query query(String statement, WindowSelection window) {
        return clickHouse
                .query("profile/" + statement, window.organization())
                .bind("modelId", window.model().value())
                .between(window.from(), window.to())
                .bind("version", window.versionOrAll())
                .bind("environment", window.environmentOrAll());
    }

    private static String fileOf(VariableSource source) {
        return switch (source) {
            case F64 -> "f64";
            case F32 -> "f32";
            case I64 -> "i64";
            case SCORE, VALUE -> "score";
            case CAT, TEXT, EMBEDDING, CLASS -> throw new IllegalArgumentException("Not numeric: " + source);
        };
    }

    private static BigInteger unsignedMask(int bits) {
        long mask = NumberCountsBuilder.mask(bits);
        return mask < 0 ? BigInteger.valueOf(mask).add(UNSIGNED) : BigInteger.valueOf(mask);
    }

    private static Set<Integer> oneBased(Collection<Integer> positions) {
        return positions.stream().map(position -> position + 1).collect(java.util.stream.Collectors.toSet());
    }
}
