package io.tidewatch.profile;

import io.smallrye.mutiny.Uni;
import io.tidewatch.registry.FeatureType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the values of a window, each prediction id once.
 *
 * <p>A variable with at most {@value #DISTINCT_LIMIT} distinct values is exact. One with more is rounded, relative to
 * the value, to the finest precision at which they become few enough.
 */
@ApplicationScoped
public class WindowReader {

    /** Distinct values of one variable that are kept exactly. */
    public static final int DISTINCT_LIMIT = 100_000;

    // From 2^-33 on, values of a narrow distribution far from zero stay apart; at 2^-10 any 50 octaves fit the limit.
    private static final List<Integer> PRECISIONS = List.of(33, 29, 25, 21, 17, 13, 10);
    private static final int COARSEST = 10;

    private final ProfileQueries queries;

    WindowReader(ProfileQueries queries) {
        this.queries = queries;
    }

    /** Reads the values of every variable of the request. */
    public Uni<WindowValues> read(WindowRequest request) {
        return queries.counts(request.selection()).chain(counts -> {
            long total = counts.values().stream().mapToLong(Long::longValue).sum();
            if (total == 0) {
                return Uni.createFrom().item(new WindowValues(0, empty(request)));
            }
            List<Uni<Map<String, ValueCounts>>> parts = new ArrayList<>();
            addNumbers(parts, request, List.of(VariableSource.F64), counts, total);
            addNumbers(parts, request, List.of(VariableSource.F32), counts, total);
            addNumbers(parts, request, List.of(VariableSource.I64), counts, total);
            addNumbers(parts, request, List.of(VariableSource.SCORE, VariableSource.VALUE), counts, total);
            addCategories(parts, request, counts);
            addPresence(parts, request, counts);
            if (parts.isEmpty()) {
                return Uni.createFrom().item(new WindowValues(total, Map.of()));
            }
            return Uni.join().all(parts).andFailFast().map(results -> {
                Map<String, ValueCounts> values = new HashMap<>();
                results.forEach(values::putAll);
                return new WindowValues(total, values);
            });
        });
    }

    private void addNumbers(
            List<Uni<Map<String, ValueCounts>>> parts,
            WindowRequest request,
            List<VariableSource> sources,
            Map<Integer, Long> counts,
            long total) {
        Map<Integer, Variable> byPosition = new HashMap<>();
        for (VariableSource source : sources) {
            for (Variable variable : request.from(source)) {
                if (variable.type().isNumeric()) {
                    byPosition.put(queryPosition(variable), variable);
                }
            }
        }
        if (byPosition.isEmpty()) {
            return;
        }
        VariableSource source = sources.getFirst();
        parts.add(precision(request, source, byPosition, total)
                .chain(bits -> queries.numbers(source, request.selection(), bits)
                        .map(found -> {
                            Map<String, ValueCounts> values = new HashMap<>();
                            byPosition.forEach((position, variable) -> {
                                long possible = request.possible(variable, counts);
                                FiniteValues finite = found.get(position);
                                values.put(
                                        variable.name(),
                                        finite == null
                                                ? FiniteValues.none(possible, NumberCounts.EXACT)
                                                : finite.among(possible));
                            });
                            return values;
                        })));
    }

    /** Score and value share one statement, as positions 0 and 1. */
    private static int queryPosition(Variable variable) {
        return variable.source() == VariableSource.VALUE ? 1 : variable.position();
    }

    private Uni<Map<Integer, Integer>> precision(
            WindowRequest request, VariableSource source, Map<Integer, Variable> byPosition, long total) {
        Map<Integer, Integer> bits = new HashMap<>();
        byPosition.forEach((position, variable) ->
                bits.put(position, request.precision().getOrDefault(variable.name(), NumberCounts.EXACT)));
        List<Integer> exact = bits.keySet().stream()
                .filter(position -> bits.getOrDefault(position, 0) == NumberCounts.EXACT)
                .toList();
        // Fewer predictions than the limit can't have more distinct values than the limit.
        if (total <= DISTINCT_LIMIT || exact.isEmpty()) {
            return Uni.createFrom().item(bits);
        }
        return queries.distinct(source, request.selection(), exact, List.of(NumberCounts.EXACT))
                .chain(distinct -> {
                    List<Integer> tooMany = exact.stream()
                            .filter(position -> distinctAt(distinct, position, NumberCounts.EXACT) > DISTINCT_LIMIT)
                            .toList();
                    return tooMany.isEmpty()
                            ? Uni.createFrom().item(bits)
                            : round(request, source, tooMany).map(rounded -> {
                                bits.putAll(rounded);
                                return bits;
                            });
                });
    }

    private Uni<Map<Integer, Integer>> round(
            WindowRequest request, VariableSource source, Collection<Integer> positions) {
        return queries.distinct(source, request.selection(), positions, PRECISIONS)
                .map(distinct -> positions.stream()
                        .collect(Collectors.toMap(
                                position -> position,
                                position -> PRECISIONS.stream()
                                        .filter(bits -> distinctAt(distinct, position, bits) <= DISTINCT_LIMIT)
                                        .findFirst()
                                        .orElse(COARSEST))));
    }

    private static long distinctAt(Map<Integer, Map<Integer, Long>> distinct, int position, int bits) {
        return distinct.getOrDefault(position, Map.of()).getOrDefault(bits, 0L);
    }

    private void addCategories(
            List<Uni<Map<String, ValueCounts>>> parts, WindowRequest request, Map<Integer, Long> counts) {
        List<Variable> features = request.from(VariableSource.CAT);
        if (!features.isEmpty()) {
            List<Integer> positions =
                    features.stream().map(Variable::position).distinct().toList();
            parts.add(queries.categories(request.selection(), positions)
                    .map(found -> categories(features, found, request, counts)));
        }
        List<Variable> classes = request.from(VariableSource.CLASS);
        if (!classes.isEmpty()) {
            parts.add(queries.classes(request.selection()).map(found -> categories(classes, found, request, counts)));
        }
    }

    private static Map<String, ValueCounts> categories(
            List<Variable> variables,
            Map<Integer, CategoryCounts> found,
            WindowRequest request,
            Map<Integer, Long> counts) {
        Map<String, ValueCounts> values = new HashMap<>();
        for (Variable variable : variables) {
            long possible = request.possible(variable, counts);
            CategoryCounts categories = found.get(variable.position());
            values.put(
                    variable.name(), categories == null ? CategoryCounts.none(possible) : categories.among(possible));
        }
        return values;
    }

    private void addPresence(
            List<Uni<Map<String, ValueCounts>>> parts, WindowRequest request, Map<Integer, Long> counts) {
        List<Variable> variables = request.variables().stream()
                .filter(WindowReader::isPresenceOnly)
                .toList();
        if (variables.isEmpty()) {
            return;
        }
        parts.add(queries.presence(request.selection()).map(found -> {
            Map<String, ValueCounts> values = new HashMap<>();
            for (Variable variable : variables) {
                long[] bySource = found.getOrDefault(variable.source(), new long[0]);
                long present = variable.position() < bySource.length ? bySource[variable.position()] : 0;
                long possible = request.possible(variable, counts);
                values.put(variable.name(), new PresenceCounts(present, Math.max(0, possible - present)));
            }
            return values;
        }));
    }

    private static Map<String, ValueCounts> empty(WindowRequest request) {
        Map<String, ValueCounts> values = new HashMap<>();
        for (Variable variable : request.variables()) {
            if (isPresenceOnly(variable)) {
                values.put(variable.name(), new PresenceCounts(0, 0));
            } else if (variable.type().isNumeric()) {
                values.put(variable.name(), FiniteValues.none(0, NumberCounts.EXACT));
            } else {
                values.put(variable.name(), CategoryCounts.none(0));
            }
        }
        return values;
    }

    /** Text, embeddings and timestamps are watched for missing values only. */
    private static boolean isPresenceOnly(Variable variable) {
        return variable.type() == FeatureType.TEXT
                || variable.type() == FeatureType.EMBEDDING
                || variable.type() == FeatureType.TIMESTAMP;
    }
}
