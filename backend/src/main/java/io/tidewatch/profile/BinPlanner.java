package io.tidewatch.profile;

/** Chooses the bins of a variable from its values in the baseline. Implemented where windows are compared. */
public interface BinPlanner {

    /** Bins for these values. */
    BaselineBins plan(ValueCounts values);
}
