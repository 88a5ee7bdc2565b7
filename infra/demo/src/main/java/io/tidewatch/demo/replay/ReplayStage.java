package io.tidewatch.demo.replay;

import io.tidewatch.demo.flight.FlightPeriods;
import io.tidewatch.demo.flight.FlightTime;

/**
 * The replay goes in three stages, each in order of time, so that the UI is worth looking at early: first the weeks that
 * become the baseline, without which there is no drift; then the last two weeks, which people look at first and which hold
 * the default fault; then all between.
 */
public enum ReplayStage {
    BASELINE,
    RECENT,
    BETWEEN;

    private static final int RECENT_DAYS = 14;

    /** First flight minute of the stage. */
    public int from(TimeShift shift) {
        return switch (this) {
            case BASELINE -> FlightTime.startOf(FlightPeriods.REPLAY);
            case RECENT -> recentFrom(shift);
            case BETWEEN -> BASELINE.to(shift);
        };
    }

    /** First flight minute after the stage. */
    public int to(TimeShift shift) {
        return switch (this) {
            case BASELINE -> FlightTime.startOf(FlightPeriods.BASELINE_END);
            case RECENT -> shift.cutoffMinute() + 1;
            case BETWEEN -> recentFrom(shift);
        };
    }

    private static int recentFrom(TimeShift shift) {
        return FlightTime.startOf(FlightTime.dateOf(shift.cutoffMinute()).minusDays(RECENT_DAYS));
    }
}
