package io.tidewatch.ui.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a model's predictions that is looked at: half-open window, and optionally one version and one environment.
 */
public record Scope(
        Instant from,
        Instant to,
        @Nullable String version,
        @Nullable String environment) {}
