package io.tidewatch.registry.run;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that has ended.
 *
 * @param id made by the client; logging the same run again under its id changes nothing
 * @param name what people call it
 * @param version the version it measured, or that came of it, if that is registered already; a version that is
 *     registered later names its run instead
 * @param parameters what was set
 * @param metrics final values
 * @param series values by step of the metrics that were followed
 * @param profile of the data the run was made on
 */
record CreateRunRequest(
        @NotNull UUID id,
        @NotNull RunKind kind,
        @NotNull RunStatus status,

        @Nullable
        @Size(min = 1, max = 200)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        String name,

        @Nullable @Size(max = 64) String version,

        @NotNull Instant startedAt,
        @NotNull Instant endedAt,
        @Nullable Map<String, @Nullable String> parameters,
        @Nullable Map<String, @Nullable Double> metrics,
        @Nullable Map<String, @NotNull List<@NotNull @Valid SeriesPoint>> series,
        @Nullable @Valid DatasetProfile profile) {

    Map<String, @Nullable String> parametersOrNone() {
        return parameters == null ? Map.of() : parameters;
    }

    Map<String, @Nullable Double> metricsOrNone() {
        return metrics == null ? Map.of() : metrics;
    }

    Map<String, List<SeriesPoint>> seriesOrNone() {
        return series == null ? Map.of() : series;
    }
}
