package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** How many predictions a model made, and when. */
@ApplicationScoped
class VolumeService {

    private final AnalysisScopes scopes;
    private final AnalysisQueries queries;

    VolumeService(AnalysisScopes scopes, AnalysisQueries queries) {
        this.scopes = scopes;
        this.queries = queries;
    }

    Uni<Volume> volume(Caller caller, String modelKey, AnalysisParams params, @Nullable String interval) {
        return scopes.resolve(caller, modelKey, params).chain(scope -> {
            Interval chosen =
                    Interval.of(interval, scope.window().from(), scope.window().to());
            return queries.volume(scope.window(), chosen).map(rows -> Volume.of(scope.window(), chosen, rows));
        });
    }
}
