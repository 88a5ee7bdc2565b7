package io.tidewatch.retention;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Scope;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long events of models without a setting of their own are kept. */
@Path("/retention")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Retention and erasure")
class RetentionResource {

    private final RetentionService retention;
    private final CurrentCaller caller;

    RetentionResource(RetentionService retention, CurrentCaller caller) {
        this.retention = retention;
        this.caller = caller;
    }

    @GET
    @Access(scope = Scope.READ)
    @Operation(
            operationId = "getRetention",
            summary = "Read how long events of models without a setting of their own are kept")
    public Uni<RetentionResponse> get() {
        return retention.ofOrganization(caller.get().organization()).map(RetentionResponse::from);
    }

    @PUT
    @Access(organizationAdmin = true)
    @Operation(
            operationId = "putRetention",
            summary = "Set how long events of models without a setting of their own are kept")
    public Uni<RetentionResponse> put(@NotNull PutRetentionRequest request) {
        return retention.setOrganization(caller.get(), request.toDays()).map(RetentionResponse::from);
    }
}
