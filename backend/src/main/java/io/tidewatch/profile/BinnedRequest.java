package io.tidewatch.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which values of a window to count in which bins.
 *
 * @param origin start of unit 0
 * @param step length of a unit
 * @param bins bins by variable; only numeric and categorical variables
 */
public record BinnedRequest(
        WindowSelection selection, Instant origin, Duration step, Map<Variable, BaselineBins> bins) {

    public BinnedRequest {
        bins = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(bins));
    }
}
