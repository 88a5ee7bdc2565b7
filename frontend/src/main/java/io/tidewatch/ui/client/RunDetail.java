package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run with its series and the profile of its data. */
public record RunDetail(
        String id,
        String kind,
        String status,
        @Nullable String name,
        @Nullable List<String> versions,
        Instant startedAt,
        Instant endedAt,
        @Nullable Map<String, String> parameters,
        @Nullable Map<String, Double> metrics,
        @Nullable Map<String, List<Point>> series,
        @Nullable Profile profile,
        @Nullable String createdBy) {

    /** The run as it is in the list. */
    public Run run() {
        return new Run(id, kind, status, name, versions, startedAt, endedAt, parameters, metrics, createdBy);
    }

    /** Metrics that were followed step by step. */
    public Map<String, List<Point>> seriesOrNone() {
        return series == null ? Map.of() : series;
    }

    /** The columns of the profile; empty if there is none. */
    public List<Column> columns() {
        return profile == null || profile.columns() == null ? List.of() : profile.columns();
    }

    /** A metric at one step. */
    public record Point(long step, double value) {}

    /** What the data looked like. */
    public record Profile(long rowCount, @Nullable List<Column> columns) {}

    /** One column of the data. */
    public record Column(
            String name,
            String type,
            long count,
            long missing,
            @Nullable Long distinct,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Double mean,
            @Nullable Double sd,
            @Nullable List<Quantile> quantiles,
            @Nullable List<CategoryCount> topCategories,
            @Nullable Instant earliest,
            @Nullable Instant latest) {

        /** The value at or below which half of the numbers lie; null for other columns. */
        public @Nullable Double median() {
            return quantiles == null
                    ? null
                    : quantiles.stream()
                            .filter(quantile -> quantile.probability() == 0.5)
                            .map(Quantile::value)
                            .findFirst()
                            .orElse(null);
        }
    }

    /** A quantile. */
    public record Quantile(double probability, double value) {}

    /** How often a value occurs. */
    public record CategoryCount(String value, long count) {}
}
