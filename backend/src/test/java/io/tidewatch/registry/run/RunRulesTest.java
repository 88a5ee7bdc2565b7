package io.tidewatch.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.problem.Violation;
import io.tidewatch.registry.FeatureType;
import io.tidewatch.registry.run.DatasetProfile.CategoryCount;
import io.tidewatch.registry.run.DatasetProfile.ColumnProfile;
import io.tidewatch.registry.run.DatasetProfile.Quantile;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RunRulesTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

    @Test
    void aWholeRunIsFine() {
        RunRules.check(
                run(
                        Map.of("depth", "6", "empty", ""),
                        Map.of("roc_auc", 0.7),
                        Map.of("loss", List.of(new SeriesPoint(0L, 0.9), new SeriesPoint(5L, 0.4))),
                        new DatasetProfile(
                                10L,
                                List.of(
                                        number(8, 2, 1.0, 3.0, List.of(new Quantile(0.5, 2.0), new Quantile(1.0, 3.0))),
                                        categories(10, 0, List.of(new CategoryCount("ATL", 7L)))))),
                NOW);
    }

    @Test
    void timesMustFollowEachOther() {
        assertBroken(times(START, START.minusSeconds(1)), "endedAt");
        assertBroken(times(START, NOW.plusSeconds(7200)), "endedAt");
        assertBroken(times(Instant.MIN, START), "startedAt");
        RunRules.check(times(START, START), NOW);
        RunRules.check(times(START, NOW.plusSeconds(60)), NOW);
    }

    @Test
    void parametersAndMetricsAreNamedAndBounded() {
        assertBroken(run(Map.of("a", "x".repeat(1001)), Map.of(), Map.of(), null), "parameters.a");
        assertBroken(run(Collections.singletonMap("a", null), Map.of(), Map.of(), null), "parameters.a");
        assertBroken(run(Map.of("a", "nul\0"), Map.of(), Map.of(), null), "parameters.a");
        assertBroken(run(Map.of("", "1"), Map.of(), Map.of(), null), "parameters.");
        assertBroken(run(Map.of(), Map.of("a\n", 1.0), Map.of(), null), "metrics.a\n");
        assertBroken(run(Map.of(), Map.of("a", Double.POSITIVE_INFINITY), Map.of(), null), "metrics.a");
        assertBroken(run(Map.of(), Collections.singletonMap("a", null), Map.of(), null), "metrics.a");
        assertBroken(run(many(201, "v"), Map.of(), Map.of(), null), "parameters");
        assertBroken(run(Map.of(), many(201, 1.0), Map.of(), null), "metrics");
    }

    @Test
    void seriesRiseAndAreBounded() {
        assertBroken(series(Map.of("loss", points(1, 1))), "series.loss[1].step");
        assertBroken(series(Map.of("loss", points(2, 1))), "series.loss[1].step");
        assertBroken(series(Map.of("loss", List.of(new SeriesPoint(1L, Double.NaN)))), "series.loss[0].value");
        long[] long1001 = LongStream.range(0, 1001).toArray();
        assertBroken(series(Map.of("loss", points(long1001))), "series.loss");
        assertBroken(series(many(101, points(1))), "series");
        long[] long250 = LongStream.range(0, 250).toArray();
        assertBroken(series(many(81, points(long250))), "series");
    }

    @Test
    void profilesThatContradictThemselvesAreNamed() {
        String column = "profile.columns[0]";
        assertBroken(profile(number(8, 3, null, null, null)), column + ".count");
        assertBroken(profile(number(8, 2, 3.0, 1.0, null)), column + ".max");
        assertBroken(profile(number(8, 2, Double.NEGATIVE_INFINITY, 1.0, null)), column + ".min");
        assertBroken(
                profile(number(8, 2, null, null, List.of(new Quantile(0.5, 1.0), new Quantile(0.5, 1.0)))),
                column + ".quantiles[1].probability");
        assertBroken(
                profile(number(8, 2, null, null, List.of(new Quantile(0.1, 2.0), new Quantile(0.5, 1.0)))),
                column + ".quantiles[1].value");
        assertBroken(profile(categories(8, 2, List.of(new CategoryCount("a", 9L)))), column + ".topCategories");
        assertBroken(
                profile(categories(8, 2, List.of(new CategoryCount("a", 1L), new CategoryCount("a", 1L)))),
                column + ".topCategories[1].value");
        assertBroken(profile(categories(8, 2, List.of(), 9L)), column + ".distinct");
        ColumnProfile twice = number(8, 2, null, null, null);
        assertBroken(
                run(Map.of(), Map.of(), Map.of(), new DatasetProfile(10L, List.of(twice, twice))),
                "profile.columns[1].name");
    }

    @Test
    void whatIsForOneTypeIsRefusedForOthers() {
        ColumnProfile text =
                new ColumnProfile("c", FeatureType.TEXT, 10L, 0L, null, 1.0, null, null, null, null, null, null, null);
        assertBroken(profile(text), "profile.columns[0].min");
        ColumnProfile number = new ColumnProfile(
                "c",
                FeatureType.FLOAT64,
                10L,
                0L,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new CategoryCount("a", 1L)),
                START,
                null);
        assertThat(fields(profile(number)))
                .containsExactly("profile.columns[0].topCategories", "profile.columns[0].earliest");
        ColumnProfile time = new ColumnProfile(
                "c",
                FeatureType.TIMESTAMP,
                10L,
                0L,
                null,
                null,
                null,
                null,
                null,
                List.of(new Quantile(0.5, 1.0)),
                null,
                NOW,
                START);
        assertThat(fields(profile(time))).containsExactly("profile.columns[0].quantiles", "profile.columns[0].latest");
    }

    @Test
    void aProfileIsNoCopyOfTheData() {
        List<CategoryCount> fifty = IntStream.range(0, 50)
                .mapToObj(i -> new CategoryCount("c" + i, 1L))
                .toList();
        List<ColumnProfile> columns = IntStream.range(0, 101)
                .mapToObj(i -> new ColumnProfile(
                        "f" + i, FeatureType.CATEGORY, 100L, 0L, 50L, null, null, null, null, null, fifty, null, null))
                .toList();
        assertBroken(run(Map.of(), Map.of(), Map.of(), new DatasetProfile(100L, columns)), "profile.columns");
    }

    private static CreateRunRequest run(
            Map<String, String> parameters,
            Map<String, Double> metrics,
            Map<String, List<SeriesPoint>> series,
            DatasetProfile profile) {
        return new CreateRunRequest(
                new UUID(1, 2),
                RunKind.TRAINING,
                RunStatus.SUCCEEDED,
                null,
                null,
                START,
                START.plusSeconds(60),
                parameters,
                metrics,
                series,
                profile);
    }

    private static CreateRunRequest times(Instant startedAt, Instant endedAt) {
        return new CreateRunRequest(
                new UUID(1, 2),
                RunKind.VALIDATION,
                RunStatus.FAILED,
                null,
                null,
                startedAt,
                endedAt,
                null,
                null,
                null,
                null);
    }

    private static CreateRunRequest series(Map<String, List<SeriesPoint>> series) {
        return run(Map.of(), Map.of(), series, null);
    }

    private static CreateRunRequest profile(ColumnProfile column) {
        return run(Map.of(), Map.of(), Map.of(), new DatasetProfile(10L, List.of(column)));
    }

    private static ColumnProfile number(long count, long missing, Double min, Double max, List<Quantile> quantiles) {
        return new ColumnProfile(
                "distance",
                FeatureType.FLOAT64,
                count,
                missing,
                null,
                min,
                max,
                null,
                null,
                quantiles,
                null,
                null,
                null);
    }

    private static ColumnProfile categories(long count, long missing, List<CategoryCount> top) {
        return categories(count, missing, top, null);
    }

    private static ColumnProfile categories(long count, long missing, List<CategoryCount> top, Long distinct) {
        return new ColumnProfile(
                "origin",
                FeatureType.CATEGORY,
                count,
                missing,
                distinct,
                null,
                null,
                null,
                null,
                null,
                top,
                null,
                null);
    }

    private static List<SeriesPoint> points(long... steps) {
        return LongStream.of(steps).mapToObj(step -> new SeriesPoint(step, 1.0)).toList();
    }

    private static <T> Map<String, T> many(int size, T value) {
        return IntStream.range(0, size)
                .boxed()
                .collect(Collectors.toMap(i -> "n" + i, i -> value, (a, b) -> a, HashMap::new));
    }

    private static void assertBroken(CreateRunRequest request, String field) {
        assertThat(fields(request)).containsExactly(field);
    }

    private static List<String> fields(CreateRunRequest request) {
        List<String> fields = new java.util.ArrayList<>();
        assertThatThrownBy(() -> RunRules.check(request, NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> problem.violations().stream()
                                .map(Violation::field)
                                .forEach(fields::add));
        return fields;
    }
}
