package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Scope;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Volume, performance and health of a model. */
@Path("/models/{model}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analysis")
class AnalysisResource {

    private final VolumeService volumes;
    private final PerformanceService performances;
    private final HealthService healths;
    private final CurrentCaller caller;

    AnalysisResource(
            VolumeService volumes, PerformanceService performances, HealthService healths, CurrentCaller caller) {
        this.volumes = volumes;
        this.performances = performances;
        this.healths = healths;
        this.caller = caller;
    }

    @GET
    @Path("/health")
    @Access(scope = Scope.READ)
    @Operation(
            operationId = "getHealth",
            summary = "How the model is",
            description =
                    "What the health checks that are on find: by default freshness, and drift of the last 24 hours against"
                            + " the current baseline. Computed anew after 15 seconds, and after a change of the"
                            + " checks.")
    public Uni<HealthResponse> health(@PathParam("model") String model) {
        return healths.health(caller.get(), model).map(HealthResponse::from);
    }

    @GET
    @Path("/volume")
    @Access(scope = Scope.READ)
    @Operation(operationId = "getVolume", summary = "Predictions over time, by version")
    public Uni<VolumeResponse> volume(
            @PathParam("model") String model,
            @BeanParam AnalysisParams params,
            @Parameter(description = "auto or an ISO 8601 duration from PT1M") @QueryParam("interval") @Nullable
                    String interval) {
        return volumes.volume(caller.get(), model, params, interval).map(VolumeResponse::from);
    }

    @GET
    @Path("/performance")
    @Access(scope = Scope.READ)
    @Operation(
            operationId = "getPerformance",
            summary = "Performance against ground truth over time, by version",
            description = "By the time of the prediction, whenever its ground truth came.")
    public Uni<PerformanceResponse> performance(
            @PathParam("model") String model,
            @BeanParam AnalysisParams params,
            @Parameter(description = "auto or an ISO 8601 duration from PT1M") @QueryParam("interval") @Nullable
                    String interval) {
        return performances.performance(caller.get(), model, params, interval).map(PerformanceResponse::from);
    }
}
