package io.tidewatch.demo.feature;

import io.tidewatch.demo.flight.Flight;

/**
 * How late flights were so far, older ones weighing less: the weight of each halves every half-life.
 * Times are minutes and never go back.
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
        decayTo(at);
        weight += 1;
        lateWeight += flight.late() ? 1 : 0;
        delaySum += Math.clamp(flight.delayMinutes(), SHORTEST_DELAY, LONGEST_DELAY);
    }

    /** Late share at the given minute, drawn towards {@code prior} as if {@code strength} flights had shown it. */
    double lateShare(int at, double strength, double prior) {
        decayTo(at);
        return (lateWeight + strength * prior) / (weight + strength);
    }

    /** Mean delay in minutes at the given minute, drawn towards zero as if {@code strength} flights had been punctual. */
    double meanDelay(int at, double strength) {
        decayTo(at);
        return delaySum / (weight + strength);
    }

    /** Number of flights at the given minute, older ones counting less. */
    double count(int at) {
        decayTo(at);
        return weight;
    }

    private void decayTo(int at) {
        if (at > minute) {
            double factor = Math.pow(0.5, (at - minute) / halfLifeMinutes);
            weight *= factor;
            lateWeight *= factor;
            delaySum *= factor;
            minute = at;
        }
    }
}
