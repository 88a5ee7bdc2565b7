package io.tidewatch.ui.analysis;

import io.tidewatch.ui.client.Drift;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Times;
import io.tidewatch.ui.navigation.Window;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a drift number was computed from, to show in its explanation. */
final class DriftFacts {

    private final List<String> common = new ArrayList<>();

    DriftFacts(Window window, Drift.@Nullable Reference baseline, ZoneId zone) {
        add(common, "Window", Times.span(window.from(), window.to(), zone));
        if (baseline != null) {
            add(common, "Baseline", baseline.name());
            if (baseline.from() != null && baseline.to() != null) {
                add(common, "Baseline window", Times.span(baseline.from(), baseline.to(), zone));
            }
        }
    }

    /** For what is computed from all values of both windows. */
    List<String> of(Drift.Feature feature) {
        List<String> facts = new ArrayList<>(common);
        add(facts, "n", feature.currentCount() == null ? null : Numbers.count(feature.currentCount()));
        add(facts, "n, baseline", feature.referenceCount() == null ? null : Numbers.count(feature.referenceCount()));
        return facts;
    }

    /** The same for one method, with its p-value and limit. */
    List<String> of(Drift.Feature feature, Drift.@Nullable Method method) {
        List<String> facts = of(feature);
        if (method != null) {
            add(facts, "p-value", method.pValue() == null ? null : Numbers.pValue(method.pValue()));
            add(facts, "Limit", method.threshold() == null ? null : Numbers.measure(method.threshold()));
        }
        return facts;
    }

    private static void add(List<String> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(name);
            facts.add(value);
        }
    }
}
