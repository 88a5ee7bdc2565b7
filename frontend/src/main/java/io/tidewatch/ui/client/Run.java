package io.tidewatch.ui.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A training or validation run in the list of a model's runs. */
public record Run(
        String id,
        String kind,
        String status,
        @Nullable String name,
        @Nullable List<String> versions,
        Instant startedAt,
        Instant endedAt,
        @Nullable Map<String, String> parameters,
        @Nullable Map<String, Double> metrics,
        @Nullable String createdBy) {

    /** What people call it: its name, or the start of its id. */
    public String label() {
        return name == null || name.isBlank() ? "Run " + id.substring(0, Math.min(8, id.length())) : name;
    }

    /** How long it took. */
    public Duration duration() {
        return Duration.between(startedAt, endedAt);
    }

    /** The final value of a metric; null if the run has none of this name. */
    public @Nullable Double metric(String metric) {
        return metrics == null ? null : metrics.get(metric);
    }

    /** The versions it measured or made, as text. */
    public String versionNames() {
        return versions == null ? "" : String.join(", ", versions);
    }
}
