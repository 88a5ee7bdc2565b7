package io.tidewatch.registry;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.http.Revisions;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Models and who may read them. */
@Path("/models")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
class ModelResource {

    private static final int MAX_LIMIT = 200;

    private final ModelService models;
    private final CurrentCaller caller;

    ModelResource(ModelService models, CurrentCaller caller) {
        this.models = models;
        this.caller = caller;
    }

    @GET
    @Access(scope = Scope.READ)
    @Operation(operationId = "listModels", summary = "List the models that the caller may read, sorted by key")
    public Uni<Page<ModelResponse>> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Key of the team that owns them") @QueryParam("team") @Nullable String team,
            @Parameter(description = "Part of key or name") @QueryParam("search") @Nullable String search) {
        return models.list(caller.get(), team, search, PageRequest.of(limit, cursor, MAX_LIMIT))
                .chain(page -> models.teams(caller.get())
                        .map(teams -> page.map(model -> ModelResponse.from(model, teams, caller.get()))));
    }

    @POST
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @Operation(operationId = "createModel", summary = "Register a model")
    @APIResponseSchema(value = ModelResponse.class, responseCode = "201", responseDescription = "The new model")
    public Uni<RestResponse<ModelResponse>> create(@NotNull @Valid CreateModelRequest request) {
        return models.create(caller.get(), request)
                .chain(this::response)
                .map(model -> ResponseBuilder.<ModelResponse>created(URI.create("/api/v1/models/" + model.key()))
                        .entity(model)
                        .header(HttpHeaders.ETAG, Revisions.etag(model.revision()))
                        .build());
    }

    @GET
    @Path("/{model}")
    @Access(scope = Scope.READ)
    @Operation(operationId = "getModel", summary = "Read a model")
    public Uni<RestResponse<ModelResponse>> get(@PathParam("model") String model) {
        return models.readable(caller.get(), model).chain(this::response).map(ModelResource::tagged);
    }

    @PATCH
    @Path("/{model}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @Operation(operationId = "updateModel", summary = "Change name or description of a model")
    public Uni<RestResponse<ModelResponse>> update(
            @PathParam("model") String model,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid UpdateModelRequest change) {
        return models.update(caller.get(), model, change, ifMatch)
                .chain(this::response)
                .map(ModelResource::tagged);
    }

    @PUT
    @Path("/{model}/shares/{team}")
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @Operation(operationId = "shareModel", summary = "Let another team read a model")
    public Uni<ModelResponse> share(@PathParam("model") String model, @PathParam("team") String team) {
        return models.share(caller.get(), model, team).chain(this::response);
    }

    @DELETE
    @Path("/{model}/shares/{team}")
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @Operation(operationId = "unshareModel", summary = "Stop sharing a model with a team")
    public Uni<Void> unshare(@PathParam("model") String model, @PathParam("team") String team) {
        return models.unshare(caller.get(), model, team);
    }

    private Uni<ModelResponse> response(RegisteredModel model) {
        return models.teams(caller.get()).map(teams -> ModelResponse.from(model, teams, caller.get()));
    }

    private static RestResponse<ModelResponse> tagged(ModelResponse model) {
        return ResponseBuilder.ok(model)
                .header(HttpHeaders.ETAG, Revisions.etag(model.revision()))
                .build();
    }
}
