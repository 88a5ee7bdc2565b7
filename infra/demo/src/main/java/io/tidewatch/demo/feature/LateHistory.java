package io.tidewatch.demo.feature;

import io.tidewatch.demo.flight.Flight;

/**
 * How late flights were so far, older ones weighing less: the weight of each halves every half-life.
 * Times are minutes and never go back. Reading changes nothing, not even rounding: features must come out the same to the
 * last digit whichever other flights were asked about.
 */
final class LateHistory {
    private static final int SHORTEST_DELAY = -30;
    private static final int LONGEST_DELAY = 180;

    private final double halfLifeMinutes;
    private int minute;
    private double weight;
    private double lateWeight;
    private double delaySum;

    LateHistory(double halfLifeMinutes) {
        this.halfLifeMinutes = halfLifeMinutes;
    }

    /** Adds a flight that becomes known at the given minute. Delays are cut to half an hour early and three hours late. */
    void add(int at, Flight flight) {
        double left = leftAt(at);
        minute = Math.max(minute, at);
        weight = weight * left + 1;
        lateWeight = lateWeight * left + (flight.late() ? 1 : 0);
        delaySum = delaySum * left + Math.clamp(flight.delayMinutes(), SHORTEST_DELAY, LONGEST_DELAY);
    }

    /** Late share at the given minute, drawn towards {@code prior} as if {@code strength} flights had shown it. */
    double lateShare(int at, double strength, double prior) {
        double left = leftAt(at);
        return (lateWeight * left + strength * prior) / (weight * left + strength);
    }

    /** Mean delay in minutes at the given minute, drawn towards zero as if {@code strength} flights had been punctual. */
    double meanDelay(int at, double strength) {
        double left = leftAt(at);
        return delaySum * left / (weight * left + strength);
    }

    /** Number of flights at the given minute, older ones counting less. */
    double count(int at) {
        return weight * leftAt(at);
    }

    /** What is left at a minute of a weight known at the last one. */
    private double leftAt(int at) {
        return at <= minute ? 1 : Math.pow(0.5, (at - minute) / halfLifeMinutes);
    }
}
