package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.analysis.DriftHistoryService.HistoryParams;
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

/** Drift of a model. */
@Path("/models/{model}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analysis")
class DriftResource {

    private static final String BASELINE = "Id of a baseline; the current one of the version or model if absent";
    private static final String INTERVAL = "auto or an ISO 8601 duration from PT1M";

    private final DriftService drift;
    private final DriftHistoryService histories;
    private final CurrentCaller caller;

    DriftResource(DriftService drift, DriftHistoryService histories, CurrentCaller caller) {
        this.drift = drift;
        this.histories = histories;
        this.caller = caller;
    }

    @GET
    @Path("/drift")
    @Access(scope = Scope.READ)
    @Operation(
            operationId = "getDrift",
            summary = "Drift of all features and of the prediction, most drifted first",
            description =
                    "status and qValue come from the calibrated test over all signals of the model; methods give the"
                            + " values that users of Evidently know.")
    public Uni<DriftResponse> all(
            @PathParam("model") String model,
            @BeanParam AnalysisParams params,
            @Parameter(description = BASELINE) @QueryParam("baseline") @Nullable String baseline) {
        return drift.drift(caller.get(), model, params, baseline).map(DriftResponse::from);
    }

    @GET
    @Path("/drift/{feature}")
    @Access(scope = Scope.READ)
    @Operation(operationId = "getFeatureDrift", summary = "Drift of one feature with both distributions")
    public Uni<DriftResponse.DetailResponse> one(
            @PathParam("model") String model,
            @PathParam("feature") String feature,
            @BeanParam AnalysisParams params,
            @Parameter(description = BASELINE) @QueryParam("baseline") @Nullable String baseline) {
        return drift.driftOf(caller.get(), model, feature, params, baseline)
                .map(report -> report.variables().stream()
                        .filter(variable -> variable.variable().name().equals(feature))
                        .findFirst()
                        .map(variable -> DriftResponse.DetailResponse.from(report, variable))
                        .orElseThrow(() -> DriftService.notFound(feature)));
    }

    @GET
    @Path("/drift/{feature}/history")
    @Access(scope = Scope.READ)
    @Operation(operationId = "getFeatureDriftHistory", summary = "Drift of one feature over time")
    public Uni<FeatureDriftHistoryResponse> history(
            @PathParam("model") String model,
            @PathParam("feature") String feature,
            @BeanParam AnalysisParams params,
            @Parameter(description = INTERVAL) @QueryParam("interval") @Nullable String interval,
            @Parameter(description = BASELINE) @QueryParam("baseline") @Nullable String baseline) {
        return histories
                .of(caller.get(), model, feature, params, new HistoryParams(interval, baseline))
                .map(history -> FeatureDriftHistoryResponse.from(history, feature));
    }

    @GET
    @Path("/drift-history")
    @Access(scope = Scope.READ)
    @Operation(operationId = "getDriftHistory", summary = "Drift of all features and of the prediction over time")
    public Uni<DriftHistoryResponse> histories(
            @PathParam("model") String model,
            @BeanParam AnalysisParams params,
            @Parameter(description = INTERVAL) @QueryParam("interval") @Nullable String interval,
            @Parameter(description = BASELINE) @QueryParam("baseline") @Nullable String baseline) {
        return histories
                .all(caller.get(), model, params, new HistoryParams(interval, baseline))
                .map(DriftHistoryResponse::from);
    }
}
