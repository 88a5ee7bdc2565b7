package io.tidewatch.health.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Limits for the share of missing values, from the baseline and how much it varies from day to day.
 *
 * @param reason one sentence
 */
public record MissingValuesSuggestion(String reason, List<Item> items) {

    private static final double LEAST_MARGIN = 0.01;
    private static final double DEVIATIONS = 3;
    private static final double STEP = 0.005;
    private static final long DAY_MIN = 50;

    public MissingValuesSuggestion {
        items = List.copyOf(items);
    }

    /**
     * Decides for each feature.
     *
     * @param hasBaseline false if nothing is pinned yet
     * @param variables all variables; outputs and required features are passed over
     * @param days by name, what was missing on each day of the baseline; empty where it is not known
     */
    public static MissingValuesSuggestion of(
            boolean hasBaseline, List<VariableFacts> variables, Map<String, List<Presence>> days) {
        List<Item> items = new ArrayList<>();
        for (VariableFacts variable : variables) {
            // An event without a required feature is refused, so there is nothing to watch.
            if (!variable.output() && !variable.required()) {
                items.add(item(hasBaseline, variable, days.getOrDefault(variable.name(), List.of())));
            }
        }
        long watched = items.stream().filter(Item::watched).count();
        String reason = !hasBaseline
                ? "Limits are suggested from a baseline, and none is pinned yet."
                : watched == 0
                        ? items.isEmpty()
                                ? "Every feature is required: an event without one is refused."
                                : "No feature can be missing more often than it is."
                        : "Each limit is above what the baseline shows by a point or more.";
        return new MissingValuesSuggestion(reason, items);
    }

    /** True if there is something to watch. */
    public boolean any() {
        return items.stream().anyMatch(Item::watched);
    }

    /** Limits by name. */
    public Map<String, Double> limits() {
        Map<String, Double> limits = new TreeMap<>();
        for (Item item : items) {
            Double limit = item.maximumRatio();
            if (limit != null) {
                limits.put(item.name(), limit);
            }
        }
        return limits;
    }

    private static Item item(boolean hasBaseline, VariableFacts variable, List<Presence> days) {
        long total = variable.n() + variable.missing();
        if (!hasBaseline || !variable.known() || total == 0) {
            return out(
                    variable,
                    hasBaseline ? "The baseline has no values of it." : "Suggested once there is a baseline.");
        }
        List<Presence> judged = days.stream().filter(day -> day.n() >= DAY_MIN).toList();
        double limit = limit(variable, judged);
        if (limit >= 1) {
            return out(variable, "Missing in " + Words.percent(variable.missingRatio()) + " of the baseline.");
        }
        return new Item(variable.name(), limit, variable.missingRatio(), reason(variable, judged));
    }

    private static double limit(VariableFacts variable, List<Presence> days) {
        double share = variable.missingRatio();
        double deviation;
        double highest = share;
        if (days.size() < 2) {
            long total = variable.n() + variable.missing();
            deviation = Math.sqrt(share * (1 - share) / total);
        } else {
            double squares = 0;
            for (Presence day : days) {
                squares += (day.missingRatio() - share) * (day.missingRatio() - share);
                highest = Math.max(highest, day.missingRatio());
            }
            deviation = Math.sqrt(squares / (days.size() - 1));
        }
        double limit = Math.max(Math.max(highest, share + DEVIATIONS * deviation), share + LEAST_MARGIN);
        // What is a step already, but for the last bit of a binary fraction, stays one.
        return Math.min(1, Math.ceil(limit / STEP - 1e-9) / Math.round(1 / STEP));
    }

    private static String reason(VariableFacts variable, List<Presence> days) {
        if (variable.missing() == 0) {
            return "Never missing in the baseline.";
        }
        String share = "Missing in " + Words.percent(variable.missingRatio()) + " of the baseline";
        if (days.size() < 2) {
            return share + ".";
        }
        double highest = days.stream().mapToDouble(Presence::missingRatio).max().orElse(0);
        return share + ", at most in " + Words.percent(highest) + " on one of its " + days.size() + " days.";
    }

    private static Item out(VariableFacts variable, String reason) {
        return new Item(variable.name(), null, variable.missingRatio(), reason);
    }

    /**
     * One feature.
     *
     * @param maximumRatio null if it is not to be watched
     * @param observedRatio share without a value in the baseline
     */
    public record Item(String name, @Nullable Double maximumRatio, double observedRatio, String reason) {

        /** True if it is to be watched. */
        public boolean watched() {
            return maximumRatio != null;
        }
    }
}
