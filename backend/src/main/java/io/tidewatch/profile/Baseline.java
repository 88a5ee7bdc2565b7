package io.tidewatch.profile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pinned reference window.
 *
 * @param version only predictions of this version, null for all
 * @param environment only predictions of this environment, null for all
 * @param from start of the window, inclusive
 * @param to end of the window, exclusive
 * @param predictionCount predictions in the window
 * @param pinnedBy who pinned it
 * @param blockSeconds length of the units of time in which the reference is kept beside its values; 0 if it is too short
 * @param current true if it is the newest of its model
 * @param profiles the variables that had a value
 */
public record Baseline(
        BaselineId id,
        String name,
        @Nullable String version,
        @Nullable String environment,
        Instant from,
        Instant to,
        long predictionCount,
        Instant pinnedAt,
        String pinnedBy,
        long blockSeconds,
        boolean current,
        List<VariableProfile> profiles) {

    public Baseline {
        profiles = List.copyOf(profiles);
    }
}
