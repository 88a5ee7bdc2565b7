package io.tidewatch.analysis;

import io.tidewatch.analysis.DriftHistory.OfVariable;
import io.tidewatch.analysis.DriftHistory.Point;
import io.tidewatch.analysis.DriftHistoryService.MethodScores;
import io.tidewatch.analysis.stats.verdict.BinCounts;
import io.tidewatch.analysis.stats.verdict.CalibratedTest;
import io.tidewatch.analysis.stats.verdict.Comparison;
import io.tidewatch.analysis.stats.verdict.Signal;
import io.tidewatch.analysis.stats.verdict.SignalFamily;
import io.tidewatch.analysis.stats.verdict.Verdict;
import io.tidewatch.analysis.stats.verdict.VerdictSettings;
import io.tidewatch.profile.BaselineContent;
import io.tidewatch.profile.BinnedWindow;
import io.tidewatch.profile.Variable;
import io.tidewatch.profile.VariableProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges each step of a history, all variables of the step as one family. A pure function. */
final class HistoryComparer {

    private final BaselineContent content;
    private final Interval interval;
    private final VerdictSettings settings;
    private final Instant now;
    private final Map<Integer, MethodScores> methods;
    private final Map<String, VariableProfile> profiles;

    HistoryComparer(
            BaselineContent content,
            Interval interval,
            VerdictSettings settings,
            Instant now,
            Map<Integer, MethodScores> methods) {
        this.content = content;
        this.interval = interval;
        this.settings = settings;
        this.now = now;
        this.methods = methods;
        this.profiles = content.baseline().profiles().stream()
                .collect(Collectors.toMap(VariableProfile::name, Function.identity()));
    }

    /**
     * The history.
     *
     * @param only the variable to show, null for all
     */
    DriftHistory compare(List<Variable> variables, BinnedWindow window, @Nullable Variable only) {
        Map<String, List<Point>> points = new LinkedHashMap<>();
        for (Variable variable : variables) {
            if (only == null || only.name().equals(variable.name())) {
                points.put(variable.name(), new ArrayList<>());
            }
        }
        for (int unit : window.predictionCounts().keySet()) {
            step(unit, variables, window, points);
        }
        List<OfVariable> result = new ArrayList<>();
        points.forEach((name, own) -> result.add(new OfVariable(name, own)));
        return new DriftHistory(interval, result);
    }

    private void step(int unit, List<Variable> variables, BinnedWindow window, Map<String, List<Point>> points) {
        Instant start = interval.start(unit);
        Instant end = interval.start(unit + 1L);
        boolean isComplete = !end.isAfter(now);
        List<Variable> present = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (Variable variable : variables) {
            NavigableMap<Integer, long[]> byUnit = window.byVariable().getOrDefault(variable.name(), new TreeMap<>());
            long[] current = byUnit.get(unit);
            VariableProfile profile = profiles.get(variable.name());
            if (current != null && profile != null) {
                present.add(variable);
                comparisons.add(CalibratedTest.compare(
                        counts(profile, current), BlockUnits.of(content, variable.name(), start, end)));
            }
        }
        List<Verdict> verdicts = SignalFamily.judge(
                comparisons.stream()
                        .map(comparison -> Signal.ofValues(comparison, settings))
                        .toList(),
                settings);
        for (int i = 0; i < present.size(); i++) {
            List<Point> own = points.get(present.get(i).name());
            if (own != null) {
                MethodScores scores = methods.getOrDefault(unit, MethodScores.NONE);
                Comparison comparison = comparisons.get(i);
                own.add(new Point(
                        start,
                        end,
                        comparison.currentCount(),
                        comparison.effect(),
                        scores.psi(),
                        scores.ks(),
                        isComplete ? DriftStatus.of(verdicts.get(i).status()) : DriftStatus.NOT_ENOUGH_DATA,
                        isComplete));
            }
        }
    }

    private static BinCounts counts(VariableProfile profile, long[] current) {
        long[] reference =
                profile.binCounts().stream().mapToLong(Long::longValue).toArray();
        return new BinCounts(reference, current, profile.type().isNumeric());
    }
}
