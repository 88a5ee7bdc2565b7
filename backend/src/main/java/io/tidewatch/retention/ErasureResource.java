package io.tidewatch.retention;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Requests to erase an entity or the organization, and their proofs. */
@Path("/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Retention and erasure")
class ErasureResource {

    private static final int MAX_LIMIT = 200;

    private final ErasureService erasures;
    private final CurrentCaller caller;

    ErasureResource(ErasureService erasures, CurrentCaller caller) {
        this.erasures = erasures;
        this.caller = caller;
    }

    @POST
    @Access(organizationAdmin = true)
    @Operation(
            operationId = "createErasure",
            summary = "Erase everything about an entity, or the whole organization",
            description = "An entity's erasure begins at once. That of the organization needs its key as confirmation,"
                    + " begins after a time of grace and can be cancelled until then. Asking again for what is asked for"
                    + " already answers with the same erasure.")
    @APIResponse(
            responseCode = "202",
            description = "The erasure, whose status tells how far it is",
            content = @Content(schema = @Schema(implementation = ErasureResponse.class)))
    public Uni<RestResponse<ErasureResponse>> create(@NotNull @Valid CreateErasureRequest request) {
        request.check();
        String entityId = request.entityId();
        Uni<Erasure> erasure = entityId != null
                ? erasures.eraseEntity(caller.get(), entityId)
                : erasures.eraseOrganization(caller.get(), String.valueOf(request.confirmation()));
        return erasure.map(created -> ResponseBuilder.create(Status.ACCEPTED, ErasureResponse.from(created))
                .header(HttpHeaders.LOCATION, "/api/v1/erasures/" + created.id())
                .build());
    }

    @GET
    @Access(organizationAdmin = true)
    @Operation(operationId = "listErasures", summary = "List erasures, newest first")
    public Uni<Page<ErasureResponse>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return erasures.list(caller.get().organization(), PageRequest.of(limit, cursor, MAX_LIMIT))
                .map(page -> page.map(ErasureResponse::from));
    }

    @GET
    @Path("/{id}")
    @Access(organizationAdmin = true)
    @Operation(operationId = "getErasure", summary = "Read an erasure, with the rows per table before and after")
    public Uni<ErasureResponse> get(@PathParam("id") UUID id) {
        return erasures.get(caller.get().organization(), id).map(ErasureResponse::from);
    }

    @DELETE
    @Path("/{id}")
    @Access(organizationAdmin = true)
    @Operation(operationId = "cancelErasure", summary = "Cancel an erasure that has not begun")
    public Uni<ErasureResponse> cancel(@PathParam("id") UUID id) {
        return erasures.cancel(caller.get(), id).map(ErasureResponse::from);
    }
}
