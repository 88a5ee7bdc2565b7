package io.tidewatch.health;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.http.Revisions;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Which health checks of a model are on. */
@Path("/models/{model}/health-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Health checks")
class HealthCheckResource {

    private final HealthCheckService checks;
    private final SuggestionService suggestions;
    private final CurrentCaller caller;

    HealthCheckResource(HealthCheckService checks, SuggestionService suggestions, CurrentCaller caller) {
        this.checks = checks;
        this.suggestions = suggestions;
        this.caller = caller;
    }

    @GET
    @Access(scope = Scope.READ)
    @Operation(operationId = "getHealthChecks", summary = "Read which health checks of a model are on")
    public Uni<RestResponse<HealthChecksResponse>> get(@PathParam("model") String model) {
        return checks.get(caller.get(), model).map(HealthCheckResource::tagged);
    }

    @GET
    @Path("/suggestion")
    @Access(scope = Scope.READ)
    @Operation(
            operationId = "suggestHealthChecks",
            summary = "Suggest health checks, each with its reason",
            description = "From the predictions and ground truth of the last 14 days and the current baseline.")
    public Uni<HealthSuggestionResponse> suggestion(@PathParam("model") String model) {
        return suggestions.suggest(caller.get(), model).map(HealthSuggestionResponse::from);
    }

    @PUT
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @Operation(
            operationId = "putHealthChecks",
            summary = "Choose the health checks of a model",
            description = "What is absent is off. The health of the model obeys from the next read on.")
    public Uni<RestResponse<HealthChecksResponse>> put(
            @PathParam("model") String model,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull PutHealthChecksRequest request) {
        return checks.put(caller.get(), model, request, ifMatch).map(HealthCheckResource::tagged);
    }

    @DELETE
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @Operation(operationId = "resetHealthChecks", summary = "Go back to the usual health checks")
    public Uni<RestResponse<HealthChecksResponse>> reset(
            @PathParam("model") String model, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return checks.reset(caller.get(), model, ifMatch).map(HealthCheckResource::tagged);
    }

    private static RestResponse<HealthChecksResponse> tagged(HealthCheckChoice choice) {
        return ResponseBuilder.ok(HealthChecksResponse.from(choice))
                .header(HttpHeaders.ETAG, Revisions.etag(choice.revision()))
                .build();
    }
}
