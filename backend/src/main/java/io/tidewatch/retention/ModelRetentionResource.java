package io.tidewatch.retention;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long events of a model are kept. */
@Path("/models/{model}/retention")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Retention and erasure")
class ModelRetentionResource {

    private final RetentionService retention;
    private final CurrentCaller caller;

    ModelRetentionResource(RetentionService retention, CurrentCaller caller) {
        this.retention = retention;
        this.caller = caller;
    }

    @GET
    @Access(scope = Scope.READ)
    @Operation(operationId = "getModelRetention", summary = "Read how long events of a model are kept")
    public Uni<RetentionResponse> get(@PathParam("model") String model) {
        return retention.ofModel(caller.get(), model).map(RetentionResponse::from);
    }

    @PUT
    @Access(role = Role.ADMIN)
    @Operation(operationId = "putModelRetention", summary = "Set how long events of a model are kept")
    public Uni<RetentionResponse> put(@PathParam("model") String model, @NotNull PutRetentionRequest request) {
        return retention.setModel(caller.get(), model, request.toDays()).map(RetentionResponse::from);
    }
}
