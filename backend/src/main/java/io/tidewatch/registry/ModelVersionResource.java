package io.tidewatch.registry;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The versions of a model. */
@Path("/models/{model}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
class ModelVersionResource {

    private static final int MAX_LIMIT = 100;

    private final ModelVersionService versions;
    private final InferredSchemaService schemas;
    private final CurrentCaller caller;

    ModelVersionResource(ModelVersionService versions, InferredSchemaService schemas, CurrentCaller caller) {
        this.versions = versions;
        this.schemas = schemas;
        this.caller = caller;
    }

    @GET
    @Access(scope = Scope.READ)
    @Operation(operationId = "listVersions", summary = "List the versions of a model, newest first")
    public Uni<Page<ModelVersionResponse>> list(
            @PathParam("model") String model,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return versions.page(caller.get(), model, PageRequest.of(limit, cursor, MAX_LIMIT))
                .map(page -> page.map(ModelVersionResponse::from));
    }

    @POST
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @Operation(
            operationId = "createVersion",
            summary = "Register a version with its feature schema",
            description = "A version never changes. Register another one where features or answers differ.")
    @APIResponseSchema(
            value = ModelVersionResponse.class,
            responseCode = "201",
            responseDescription = "The new version")
    public Uni<RestResponse<ModelVersionResponse>> create(
            @PathParam("model") String model, @NotNull @Valid CreateVersionRequest request) {
        return versions.create(caller.get(), model, request)
                .map(version -> ResponseBuilder.<ModelVersionResponse>created(
                                UriBuilder.fromPath("/api/v1/models/{model}/versions/{version}")
                                        .build(model, version.version()))
                        .entity(ModelVersionResponse.from(version))
                        .build());
    }

    @GET
    @Path("/{version}")
    @Access(scope = Scope.READ)
    @Operation(operationId = "getVersion", summary = "Read a version of a model")
    public Uni<ModelVersionResponse> get(@PathParam("model") String model, @PathParam("version") String version) {
        return versions.get(caller.get(), model, version).map(ModelVersionResponse::from);
    }

    @PUT
    @Path("/{version}/schema")
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @Operation(
            operationId = "confirmSchema",
            summary = "Confirm or correct the schema that was inferred from the events of a version",
            description =
                    "Settles the schema. Stored events stay as they are: a feature whose type changes is read from"
                            + " then on with its new type, and values stored with the old one are not compared with it.")
    public Uni<ModelVersionResponse> confirm(
            @PathParam("model") String model,
            @PathParam("version") String version,
            @NotNull @Valid ConfirmSchemaRequest request) {
        return schemas.confirm(caller.get(), model, version, request).map(ModelVersionResponse::from);
    }
}
