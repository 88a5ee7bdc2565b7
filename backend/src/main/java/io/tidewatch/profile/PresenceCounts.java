package io.tidewatch.profile;

/** A variable whose values are not compared, such as text: only whether there is one. */
public record PresenceCounts(long present, long missing) implements ValueCounts {}
