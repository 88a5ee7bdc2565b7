package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** API keys of teams. */
@Path("/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
class ApiKeyResource {

    private static final int MAX_LIMIT = 200;

    private final ApiKeyService keys;
    private final CurrentCaller caller;

    ApiKeyResource(ApiKeyService keys, CurrentCaller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    @Access(role = Role.ADMIN)
    @Operation(operationId = "listApiKeys", summary = "List the API keys of the teams that the caller administers")
    public Uni<Page<ApiKeyResponse>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return keys.list(caller.get(), PageRequest.of(limit, cursor, MAX_LIMIT))
                .map(page -> page.map(ApiKeyResponse::from));
    }

    @POST
    @Access(role = Role.ADMIN)
    @Operation(operationId = "createApiKey", summary = "Create an API key; the answer shows its secret this one time")
    @APIResponseSchema(
            value = CreatedApiKeyResponse.class,
            responseCode = "201",
            responseDescription = "The new API key with its secret")
    public Uni<RestResponse<CreatedApiKeyResponse>> create(@NotNull @Valid CreateApiKeyRequest request) {
        return keys.create(caller.get(), request)
                .map(created -> ResponseBuilder.<CreatedApiKeyResponse>created(
                                URI.create("/api/v1/api-keys/" + created.key().id()))
                        .entity(CreatedApiKeyResponse.from(created.key(), created.token()))
                        .build());
    }

    @POST
    @Path("/{id}/rotations")
    @Access(role = Role.ADMIN)
    @Operation(
            operationId = "rotateApiKey",
            summary = "Give an API key a new secret; the answer shows it this one time",
            description =
                    "The secret before goes on working for the overlap. A secret that is older than that ends at once.")
    @APIResponseSchema(
            value = CreatedApiKeyResponse.class,
            responseCode = "201",
            responseDescription = "The API key with its new secret")
    public Uni<RestResponse<CreatedApiKeyResponse>> rotate(
            @PathParam("id") String id, @NotNull @Valid RotateApiKeyRequest request) {
        return keys.rotate(caller.get(), id, request)
                .map(created -> ResponseBuilder.<CreatedApiKeyResponse>created(URI.create("/api/v1/api-keys/" + id))
                        .entity(CreatedApiKeyResponse.from(created.key(), created.token()))
                        .build());
    }

    @PUT
    @Path("/{id}/limits")
    @Access(role = Role.ADMIN)
    @Operation(
            operationId = "putApiKeyLimits",
            summary = "Limit what an API key may send, below the limits of the organization",
            description = "What is null is limited by the organization alone.")
    public Uni<ApiKeyResponse> putLimits(@PathParam("id") String id, @NotNull @Valid PutApiKeyLimitsRequest request) {
        return keys.limit(caller.get(), id, request.toLimits()).map(ApiKeyResponse::from);
    }

    @DELETE
    @Path("/{id}/previous-secret")
    @Access(role = Role.ADMIN)
    @Operation(
            operationId = "endPreviousSecret",
            summary = "Refuse the secret before the current one from now on, before its overlap is over")
    public Uni<Void> endPreviousSecret(@PathParam("id") String id) {
        return keys.endPreviousSecret(caller.get(), id);
    }

    @DELETE
    @Path("/{id}")
    @Access(role = Role.ADMIN)
    @Operation(operationId = "revokeApiKey", summary = "Refuse an API key from now on")
    public Uni<Void> revoke(@PathParam("id") String id) {
        return keys.revoke(caller.get(), id);
    }
}
