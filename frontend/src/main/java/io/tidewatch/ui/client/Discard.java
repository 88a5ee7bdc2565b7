package io.tidewatch.ui.client;

/** How many dead letters were discarded. */
public record Discard(int discarded) {}
