package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
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
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Rights through groups of the identity provider. */
@Path("/group-mappings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organization")
class GroupMappingResource {

    private final GroupMappingService mappings;
    private final CurrentCaller caller;

    GroupMappingResource(GroupMappingService mappings, CurrentCaller caller) {
        this.mappings = mappings;
        this.caller = caller;
    }

    @GET
    @Access(organizationAdmin = true)
    @Operation(operationId = "listGroupMappings", summary = "List which groups give which rights")
    public Uni<Page<GroupMappingResponse>> list() {
        return mappings.all(caller.get().organization())
                .map(found -> new Page<>(
                        found.stream().map(GroupMappingResponse::from).toList(), null));
    }

    @POST
    @Access(organizationAdmin = true)
    @Operation(operationId = "createGroupMapping", summary = "Let a group give a right")
    @APIResponseSchema(
            value = GroupMappingResponse.class,
            responseCode = "201",
            responseDescription = "The new group mapping")
    public Uni<RestResponse<GroupMappingResponse>> create(@NotNull @Valid CreateGroupMappingRequest request) {
        return mappings.create(caller.get(), request)
                .map(mapping -> ResponseBuilder.<GroupMappingResponse>created(
                                URI.create("/api/v1/group-mappings/" + mapping.id()))
                        .entity(GroupMappingResponse.from(mapping))
                        .build());
    }

    @PUT
    @Path("/{id}/role")
    @Access(organizationAdmin = true)
    @Operation(operationId = "putGroupMappingRole", summary = "Change the role that a group gives in a team")
    public Uni<GroupMappingResponse> putRole(
            @PathParam("id") UUID id, @NotNull @Valid PutGroupMappingRoleRequest request) {
        return mappings.putRole(caller.get(), id, request.role()).map(GroupMappingResponse::from);
    }

    @DELETE
    @Path("/{id}")
    @Access(organizationAdmin = true)
    @Operation(operationId = "removeGroupMapping", summary = "Let a group give a right no longer")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return mappings.remove(caller.get(), id);
    }
}
