package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.analysis.Performance.Point;
import io.tidewatch.analysis.PerformanceQueries.GroupMetrics;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.profile.WindowSelection;
import io.tidewatch.registry.ModelTask;
import io.tidewatch.registry.ModelVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well a model did, where ground truth tells. */
@ApplicationScoped
class PerformanceService {

    private static final Comparator<Point> BY_TIME_AND_VERSION =
            Comparator.comparing(Point::start).thenComparing(point -> point.version() == null ? "" : point.version());

    private final AnalysisScopes scopes;
    private final PerformanceQueries queries;

    PerformanceService(AnalysisScopes scopes, PerformanceQueries queries) {
        this.scopes = scopes;
        this.queries = queries;
    }

    Uni<Performance> performance(Caller caller, String modelKey, AnalysisParams params, @Nullable String interval) {
        return scopes.resolve(caller, modelKey, params).chain(scope -> {
            WindowSelection window = scope.window();
            Interval chosen = Interval.of(interval, window.from(), window.to());
            return groups(scope, chosen).map(groups -> performance(scope, chosen, groups));
        });
    }

    private Uni<List<GroupMetrics>> groups(AnalysisScope scope, Interval interval) {
        return switch (scope.model().task()) {
            case BINARY -> queries.binary(scope.window(), interval, scope.versions());
            case MULTICLASS -> queries.multiclass(scope.window(), interval).map(MulticlassGroups::of);
            case REGRESSION -> queries.regression(scope.window(), interval);
        };
    }

    private static Performance performance(AnalysisScope scope, Interval interval, List<GroupMetrics> groups) {
        List<Point> points = new ArrayList<>();
        List<Point> overall = new ArrayList<>();
        for (GroupMetrics group : groups) {
            if (group.predictions() == 0) {
                continue;
            }
            Long unit = group.unit();
            if (unit == null) {
                overall.add(point(group, scope.window().from(), scope.window().to()));
            } else {
                points.add(point(group, interval.start(unit), interval.start(unit + 1)));
            }
        }
        points.sort(BY_TIME_AND_VERSION);
        overall.sort(BY_TIME_AND_VERSION);
        ModelVersion version = scope.model().task() == ModelTask.BINARY ? shown(scope) : null;
        return new Performance(
                scope.model().task(),
                version == null ? null : version.output().positiveClass(),
                version == null ? null : version.output().thresholdOrDefault(),
                interval,
                points,
                overall);
    }

    /** The version whose class and threshold are named: the one asked for, else the newest. */
    private static @Nullable ModelVersion shown(AnalysisScope scope) {
        String wanted = scope.window().version();
        return scope.versions().stream()
                .filter(version -> wanted == null || version.version().equals(wanted))
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    private static Point point(GroupMetrics group, Instant start, Instant end) {
        return new Point(start, end, group.version(), group.predictions(), group.truths(), group.metrics());
    }
}
