package io.tidewatch.profile;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The baselines of a model. */
@Path("/models/{model}/baselines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Baselines")
class BaselineResource {

    private static final int MAX_LIMIT = 50;

    private final BaselineService baselines;
    private final CurrentCaller caller;

    BaselineResource(BaselineService baselines, CurrentCaller caller) {
        this.baselines = baselines;
        this.caller = caller;
    }

    @GET
    @Access(scope = Scope.READ)
    @Operation(operationId = "listBaselines", summary = "List the baselines of a model, newest first")
    public Uni<Page<BaselineResponse>> list(
            @PathParam("model") String model,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return baselines
                .page(caller.get(), model, PageRequest.of(limit, cursor, MAX_LIMIT))
                .map(page -> page.map(BaselineResponse::from));
    }

    @POST
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @Operation(
            operationId = "pinBaseline",
            summary = "Pin a window of stored predictions as baseline",
            description = "Its values and bins are kept for good, also when the predictions are deleted by retention.")
    @APIResponseSchema(
            value = BaselineResponse.class,
            responseCode = "201",
            responseDescription = "The new baseline, which is the current one from now on")
    public Uni<RestResponse<BaselineResponse>> pin(
            @PathParam("model") String model, @NotNull @Valid CreateBaselineRequest request) {
        return baselines
                .pin(caller.get(), model, request.toCommand())
                .map(baseline -> ResponseBuilder.<BaselineResponse>created(
                                UriBuilder.fromPath("/api/v1/models/{model}/baselines/{id}")
                                        .build(model, baseline.id()))
                        .entity(BaselineResponse.from(baseline))
                        .build());
    }

    @GET
    @Path("/{id}")
    @Access(scope = Scope.READ)
    @Operation(operationId = "getBaseline", summary = "Read a baseline")
    public Uni<BaselineResponse> get(@PathParam("model") String model, @PathParam("id") UUID id) {
        return baselines.get(caller.get(), model, new BaselineId(id)).map(BaselineResponse::from);
    }
}
