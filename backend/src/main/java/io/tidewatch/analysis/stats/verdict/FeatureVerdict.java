package io.tidewatch.analysis.stats.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The judgement of one feature: the most serious of the verdicts of its signals.
 *
 * @param status what it comes to
 * @param qValue corrected p-value of its values; NaN where there was not enough data
 * @param reason one sentence for people
 * @param detectable smallest debiased PSI that these windows show in four of five cases; NaN if unknown
 * @param verdicts one per signal of the feature
 */
public record FeatureVerdict(
        VerdictStatus status, double qValue, String reason, double detectable, List<Verdict> verdicts) {

    /** Judges all features of a model in a window as one family; verdicts come in the order of the features. */
    public static List<FeatureVerdict> judge(List<FeatureSignals> features, VerdictSettings settings) {
        List<Signal> family =
                features.stream().flatMap(feature -> feature.signals().stream()).toList();
        List<Verdict> verdicts = SignalFamily.judge(family, settings);
        double level = settings.falseDiscoveryRate() / Math.max(1, family.size());
        List<FeatureVerdict> result = new ArrayList<>();
        int next = 0;
        for (FeatureSignals feature : features) {
            List<Verdict> own = verdicts.subList(next, next + feature.signals().size());
            next += feature.signals().size();
            double detectable = feature.comparison().power().detectableEffect(level);
            result.add(combine(own, detectable));
        }
        return result;
    }

    private static FeatureVerdict combine(List<Verdict> own, double detectable) {
        Verdict values = own.getFirst();
        Verdict worst = own.stream()
                .filter(verdict -> verdict.status().isDrift())
                .max(Comparator.comparing(Verdict::status))
                .orElse(values);
        return new FeatureVerdict(worst.status(), values.qValue(), worst.reason(), detectable, List.copyOf(own));
    }
}
