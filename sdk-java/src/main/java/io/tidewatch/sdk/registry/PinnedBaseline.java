package io.tidewatch.sdk.registry;

/**
 * A baseline that has been pinned.
 *
 * @param id how the server calls it
 * @param name what people read
 * @param predictionCount how many predictions it summarizes
 */
public record PinnedBaseline(String id, String name, long predictionCount) {}
