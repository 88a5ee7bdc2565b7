package io.tidewatch.analyze.bench;

import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.analysis.stats.verdict.FeatureSignals;
import io.tidewatch.analysis.stats.verdict.FeatureVerdict;
import io.tidewatch.analysis.stats.verdict.VerdictSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * False alarms and power of the verdict, on simulated windows of 50 features, with the same code that judges windows in
 * production.
 */
@Command(
        name = "calibration",
        description = "False alarms without drift (independent and dependent rows) and power with drift.",
        mixinStandardHelpOptions = true)
final class CalibrationBench implements Callable<Integer> {

    private static final VerdictSettings SETTINGS = VerdictSettings.DEFAULT;
    private static final double DRIFT = 0.25;

    @Option(names = "--seed", description = "Seed (default: ${DEFAULT-VALUE}).", defaultValue = "1")
    long seed;

    @Option(names = "--windows", description = "Windows per case (default: ${DEFAULT-VALUE}).", defaultValue = "300")
    int windows;

    @Option(
            names = "--rows",
            split = ",",
            description = "Rows of a window (default: ${DEFAULT-VALUE}).",
            defaultValue = "100,300,500,1000,3000,10000,100000,1000000")
    List<Long> rows = List.of();

    @Option(
            names = "--reference-rows",
            description = "Rows of the reference of independent rows (default: ${DEFAULT-VALUE}).",
            defaultValue = "20000")
    long referenceRows;

    @Option(
            names = "--part",
            split = ",",
            description = "independent, dependent, power (default: all).",
            defaultValue = "independent,dependent,power")
    List<String> parts = List.of();

    @Override
    public Integer call() {
        List<SimulatedFeature> features = FeatureCatalogue.fifty(DRIFT);
        if (parts.contains("independent")) {
            for (long size : rows) {
                independent(features, size, referenceRows);
                independent(features, size, size);
            }
        }
        if (parts.contains("dependent")) {
            new DependentBench(seed, windows).run();
        }
        if (parts.contains("power")) {
            for (long size : rows) {
                if (size >= 500) {
                    power(features, size);
                }
            }
        }
        return 0;
    }

    private void independent(List<SimulatedFeature> features, long size, long reference) {
        int alarms = 0;
        int theirs = 0;
        SplittableRandom random = new SplittableRandom(seed + size * 31 + reference);
        for (int window = 0; window < windows; window++) {
            List<FeatureSignals> signals = new ArrayList<>();
            boolean theirAlarm = false;
            for (SimulatedFeature feature : features) {
                ValueTable table = feature.draw(random, reference, size, false);
                signals.add(FeatureSignals.of(table, SETTINGS));
                theirAlarm |= EvidentlyDefaults.drifted(table);
            }
            alarms += anyDrift(signals) ? 1 : 0;
            theirs += theirAlarm ? 1 : 0;
        }
        new BenchLine("calibration", "independent rows, reference of " + reference, seed, size)
                .value(100.0 * alarms / windows, "% of undrifted windows with an alarm")
                .baseline("Evidently's defaults", 100.0 * theirs / windows)
                .with("windows", windows)
                .with("features", features.size())
                .print();
    }

    static boolean anyDrift(List<FeatureSignals> signals) {
        return FeatureVerdict.judge(signals, SETTINGS).stream()
                .anyMatch(verdict -> verdict.status().isDrift());
    }

    /** One feature of each kind drifts in turn; the other 49 stay as they are. */
    private void power(List<SimulatedFeature> features, long size) {
        Map<String, int[]> found = new LinkedHashMap<>();
        SplittableRandom random = new SplittableRandom(seed * 7 + size);
        for (int window = 0; window < windows; window++) {
            List<FeatureSignals> quiet = new ArrayList<>();
            for (SimulatedFeature feature : features) {
                quiet.add(FeatureSignals.of(feature.draw(random, referenceRows, size, false), SETTINGS));
            }
            for (int i = 0; i < features.size(); i++) {
                SimulatedFeature feature = features.get(i);
                int[] count = found.computeIfAbsent(feature.name(), name -> new int[3]);
                if (count[1] >= windows) {
                    continue;
                }
                ValueTable table = feature.draw(random, referenceRows, size, true);
                List<FeatureSignals> family = new ArrayList<>(quiet);
                family.set(i, FeatureSignals.of(table, SETTINGS));
                boolean drift =
                        FeatureVerdict.judge(family, SETTINGS).get(i).status().isDrift();
                count[0] += drift ? 1 : 0;
                count[1]++;
                count[2] += EvidentlyDefaults.drifted(table) ? 1 : 0;
            }
        }
        found.forEach((name, count) -> new BenchLine("calibration", "power: " + name, seed, size)
                .value(100.0 * count[0] / count[1], "% of windows with population PSI " + DRIFT + " found")
                .baseline("Evidently's defaults", 100.0 * count[2] / count[1])
                .with("windows", count[1])
                .print());
    }
}
