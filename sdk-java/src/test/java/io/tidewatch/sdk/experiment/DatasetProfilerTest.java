package io.tidewatch.sdk.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.experiment.ColumnProfile.CategoryCount;
import io.tidewatch.sdk.experiment.ColumnProfile.Quantile;
import io.tidewatch.sdk.registry.FeatureType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DatasetProfilerTest {

    @Test
    void eachColumnIsDescribedByItsType() {
        DatasetProfiler profiler = new DatasetProfiler();
        for (int i = 1; i <= 100; i++) {
            Map<String, Object> row = new HashMap<>();
            row.put("distance", i + 0.5);
            row.put("stops", i % 3);
            row.put("late", i % 4 == 0);
            row.put("origin", i % 10 == 0 ? "JFK" : "ATL");
            row.put("bookedAt", Instant.ofEpochSecond(i));
            row.put("route", new float[] {i, 2, 3});
            row.put("unit", TimeUnit.DAYS);
            row.put("wind", i <= 25 ? null : (Object) Double.NaN);
            profiler.add(row);
        }
        profiler.add(Map.of("stops", 1));

        DatasetProfile profile = profiler.profile();
        assertThat(profile.rowCount()).isEqualTo(101);
        ColumnProfile distance = column(profile, "distance");
        assertThat(distance.type()).isEqualTo(FeatureType.FLOAT64);
        assertThat(distance.count()).isEqualTo(100);
        assertThat(distance.missing()).isEqualTo(1);
        assertThat(distance.min()).isEqualTo(1.5);
        assertThat(distance.max()).isEqualTo(100.5);
        assertThat(distance.mean()).isCloseTo(51, within(1e-12));
        assertThat(distance.standardDeviation()).isCloseTo(29.0115, within(1e-4));
        assertThat(distance.quantiles()).contains(new Quantile(0.5, 50.5), new Quantile(0.99, 99.5));
        assertThat(column(profile, "stops").type()).isEqualTo(FeatureType.INT64);
        assertThat(column(profile, "stops").missing()).isZero();
        assertThat(column(profile, "late").topCategories())
                .containsExactly(new CategoryCount("false", 75), new CategoryCount("true", 25));
        assertThat(column(profile, "origin").topCategories())
                .containsExactly(new CategoryCount("ATL", 90), new CategoryCount("JFK", 10));
        assertThat(column(profile, "origin").distinct()).isEqualTo(2);
        assertThat(column(profile, "bookedAt").earliest()).isEqualTo(Instant.ofEpochSecond(1));
        assertThat(column(profile, "bookedAt").latest()).isEqualTo(Instant.ofEpochSecond(100));
        assertThat(column(profile, "route").dimension()).isEqualTo(3);
        assertThat(column(profile, "unit").type()).isEqualTo(FeatureType.CATEGORY);
        assertThat(profile.columns()).extracting(ColumnProfile::name).doesNotContain("wind");
    }

    @Test
    void wholeNumbersBecomeNumbersButOtherTypesAreMissing() {
        DatasetProfiler profiler = new DatasetProfiler();
        for (Object value :
                Arrays.asList(1, 2L, 2.5f, "three", new BigDecimal("4"), true, null, Double.POSITIVE_INFINITY)) {
            Map<String, Object> row = new HashMap<>();
            row.put("a", value);
            profiler.add(row);
        }
        ColumnProfile column = column(profiler.profile(), "a");
        assertThat(column.type()).isEqualTo(FeatureType.FLOAT64);
        assertThat(column.count()).isEqualTo(4);
        assertThat(column.missing()).isEqualTo(4);
        assertThat(column.max()).isEqualTo(4);
    }

    @Test
    void textsWithoutEndAreFreeText() {
        DatasetProfiler profiler = new DatasetProfiler();
        for (int i = 0; i < 5_000; i++) {
            profiler.add(Map.of("comment", "comment " + i));
        }
        ColumnProfile column = column(profiler.profile(), "comment");
        assertThat(column.type()).isEqualTo(FeatureType.TEXT);
        assertThat(column.distinct()).isEqualTo(-1);
        assertThat(column.count()).isEqualTo(5_000);
    }

    @Test
    void predictionsAreRows() {
        DatasetProfile profile = new DatasetProfiler()
                .add(Prediction.builder()
                        .feature("a", 1.5)
                        .feature("b", "x")
                        .missing("c")
                        .build())
                .add((Prediction) null)
                .profile();
        assertThat(profile.rowCount()).isEqualTo(2);
        assertThat(profile.columns()).extracting(ColumnProfile::name).containsExactly("a", "b");
        assertThat(profile.features())
                .extracting(feature -> feature.name() + " " + feature.type())
                .containsExactly("a FLOAT64", "b CATEGORY");
    }

    @Test
    void whatDoesNotFitIsLeftOutAndSaid() {
        DatasetProfiler profiler = new DatasetProfiler();
        Map<String, Object> wide = new HashMap<>();
        for (int i = 0; i < DatasetProfiler.MAX_COLUMNS; i++) {
            wide.put("c" + i, i);
        }
        profiler.add(wide);
        assertThat(profiler.isTruncated()).isFalse();
        profiler.add(Map.of("one too many", 1));
        assertThat(profiler.isTruncated()).isTrue();
        assertThat(profiler.profile().columns()).hasSize(DatasetProfiler.MAX_COLUMNS);
        for (String name : List.of("", " ", "x".repeat(129), "a\nb")) {
            DatasetProfiler other = new DatasetProfiler().add(Map.of(name, 1));
            assertThat(other.isTruncated()).isTrue();
            assertThat(other.profile().columns()).isEmpty();
        }
    }

    private static ColumnProfile column(DatasetProfile profile, String name) {
        return profile.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
