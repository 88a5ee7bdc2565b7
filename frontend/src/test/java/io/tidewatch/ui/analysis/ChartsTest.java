package io.tidewatch.ui.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.ui.client.Drift;
import io.tidewatch.ui.client.DriftHistory;
import io.tidewatch.ui.client.Performance;
import io.tidewatch.ui.client.Volume;
import io.tidewatch.ui.component.ChartSpec;
import io.tidewatch.ui.component.ChartSpec.Mark;
import io.tidewatch.ui.component.ChartSpec.Series;
import io.tidewatch.ui.navigation.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChartsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Window WINDOW = new Window(START, START.plus(Duration.ofDays(10)));

    @Test
    void oneVersionIsOneSeriesInTheAccentColour() {
        ChartSpec spec = VolumeChart.spec(volume(new Volume.ByVersion("1", 3, points(3))), WINDOW);

        assertThat(spec.series()).extracting(Series::role).containsExactly("current");
        assertThat(spec.y().title()).isEqualTo("Predictions per day");
        assertThat(spec.marks()).isEmpty();
    }

    @Test
    void severalVersionsAreStackedAndTheirStartIsMarked() {
        Volume.Point late = new Volume.Point(START.plus(Duration.ofDays(5)), 7);
        ChartSpec spec = VolumeChart.spec(
                volume(new Volume.ByVersion("1", 3, points(3)), new Volume.ByVersion("2", 7, List.of(late))), WINDOW);

        assertThat(spec.series())
                .allMatch(Series::stack)
                .extracting(Series::name)
                .containsExactly("Version 1", "Version 2");
        assertThat(spec.marks()).containsExactly(new Mark(late.start().toEpochMilli(), "Version 2"));
    }

    @Test
    void noPredictionsIsAnEmptyChartNotOneOfZeros() {
        ChartSpec spec = VolumeChart.spec(new Volume(START, WINDOW.to(), "P1D", 0, points(3), null), WINDOW);

        assertThat(spec.series()).isEmpty();
    }

    @Test
    void theReferenceIsGreyAndTheWindowTheAccent() {
        Drift.Feature feature = new Drift.Feature(
                "distance",
                "feature",
                "float64",
                "ok",
                null,
                10L,
                20L,
                0L,
                0L,
                0.0,
                1.0,
                1.0,
                Map.of(),
                null,
                null,
                new Drift.Distribution(
                        "numeric",
                        List.of(
                                new Drift.Bin(null, 5.0, null, false, 4, 5, 0.4, 0.25),
                                new Drift.Bin(5.0, null, null, false, 6, 15, 0.6, 0.75))));

        ChartSpec spec = DriftCharts.distribution(feature, "miles");

        assertThat(spec.series()).extracting(Series::role).containsExactly("reference", "current");
        assertThat(spec.x().labels()).containsExactly("up to 5", "above 5");
        assertThat(spec.x().unit()).isEqualTo("miles");
        assertThat(spec.series().getLast().points().getLast().y()).isEqualTo(0.75);
        assertThat(spec.series().getLast().points().getLast().n()).isEqualTo(15);
    }

    @Test
    void rareAndNewCategoriesAreOther() {
        assertThat(DriftCharts.label(new Drift.Bin(null, null, null, true, 1, 1, 0.5, 0.5)))
                .isEqualTo("other");
        assertThat(DriftCharts.label(new Drift.Bin(1.0, 2.5, null, false, 1, 1, 0.5, 0.5)))
                .isEqualTo("1 – 2.5");
    }

    @Test
    void theHeatMapHasARowAFeatureAndAColumnAnInterval() {
        DriftHistory.Point first = point(START, 0.5);
        DriftHistory.Point second = point(START.plus(Duration.ofDays(1)), null);
        ChartSpec spec = DriftCharts.heatMap(
                new DriftHistory(List.of(
                        new DriftHistory.Series("a", List.of(first, second)),
                        new DriftHistory.Series("b", List.of(second)))),
                false,
                ZoneOffset.UTC);

        assertThat(spec.y().labels()).containsExactly("a", "b");
        assertThat(spec.x().labels()).containsExactly("1 Jan", "2 Jan");
        assertThat(spec.series().getFirst().points())
                .extracting(ChartSpec.Point::x, ChartSpec.Point::row, ChartSpec.Point::y)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, 0, 0.5),
                        org.assertj.core.groups.Tuple.tuple(1L, 0, null),
                        org.assertj.core.groups.Tuple.tuple(1L, 1, null));
    }

    @Test
    void theFeaturesThatDriftedInSingleIntervalsComeFirstAndAreNamed() {
        DriftHistory.Point fine = point(START, 0.01);
        DriftHistory.Point critical = new DriftHistory.Point(START, null, 100, 0.9, null, null, "critical");
        DriftHistory history = new DriftHistory(List.of(
                new DriftHistory.Series("a", List.of(fine)),
                new DriftHistory.Series("b", List.of(critical, critical)),
                new DriftHistory.Series("c", List.of(critical))));

        ChartSpec spec = DriftCharts.heatMap(history, false, ZoneOffset.UTC);

        assertThat(spec.y().labels()).containsExactly("b", "c", "a");
        assertThat(spec.subtitle()).startsWith("Critical: b 2 days, c 1 day. ");
        assertThat(DriftCharts.criticalIntervals(List.of(history.features().getFirst()), false))
                .isEmpty();
        assertThat(DriftCharts.history(List.of(fine, critical), WINDOW).subtitle())
                .startsWith("Critical in 1 interval. ");
        assertThat(spec.series().getFirst().points()).last().satisfies(cell -> {
            assertThat(cell.row()).isEqualTo(2);
            assertThat(cell.status()).isEqualTo("ok");
        });
    }

    @Test
    void performanceIsShownByVersionAndLeavesGapsWhereNothingIsKnown() {
        Performance performance = new Performance(
                "binary",
                "late",
                0.5,
                List.of(
                        performance(START, null, 0.7),
                        performance(START, "1", 0.7),
                        performance(START.plus(Duration.ofDays(1)), "2", null)),
                null);

        ChartSpec spec = PerformanceCharts.metric(performance, Metric.ROC_AUC, WINDOW, null);

        assertThat(spec.series()).extracting(Series::name).containsExactly("Version 1", "Version 2");
        assertThat(spec.series().getLast().points().getFirst().y()).isNull();
        assertThat(PerformanceCharts.hasGroundTruth(performance)).isTrue();
    }

    @Test
    void valuesThatAreNoNumbersAreNotSent() {
        assertThat(ChartSpec.Point.of(0, Double.NaN, 1L).y()).isNull();
        assertThat(ChartSpec.Point.of(0, Double.POSITIVE_INFINITY, 1L).y()).isNull();
    }

    @Test
    void aChartIsSentWithoutItsEmptyParts() {
        String json = JsonMapper.shared().writeValueAsString(DriftCharts.history(List.of(point(START, 0.2)), WINDOW));

        assertThat(json).contains("\"kind\":\"time\"", "\"value\":0.25").doesNotContain("null");
    }

    @Test
    void everyMetricOfATaskHasADefinition() throws Exception {
        String definitions =
                java.nio.file.Files.readString(java.nio.file.Path.of("src/main/frontend/element/definitions.ts"));
        for (Metric metric : Metric.values()) {
            assertThat(definitions).containsPattern("(?m)^  " + metric.key() + ": \\{");
        }
    }

    private static Volume volume(Volume.ByVersion... versions) {
        return new Volume(START, WINDOW.to(), "P1D", 10, points(3), List.of(versions));
    }

    private static List<Volume.Point> points(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> new Volume.Point(START.plus(Duration.ofDays(i)), 1))
                .toList();
    }

    private static DriftHistory.Point point(Instant start, Double effect) {
        return new DriftHistory.Point(start, start.plus(Duration.ofDays(1)), 100, effect, effect, effect, "ok");
    }

    private static Performance.Point performance(Instant start, String version, Double auc) {
        Map<String, Double> metrics = new HashMap<>();
        metrics.put("roc_auc", auc);
        return new Performance.Point(
                start, start.plus(Duration.ofDays(1)), version, 10, auc == null ? 0 : 9, 0.9, metrics);
    }
}
