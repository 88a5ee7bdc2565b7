package io.tidewatch.profile;

/** Distinct values of one variable in one window, each with the number of times it occurs. */
public sealed interface ValueCounts permits NumberCounts, CategoryCounts, PresenceCounts {

    /** Rows with a value that can be compared. */
    long present();

    /** Rows without a value. */
    long missing();
}
