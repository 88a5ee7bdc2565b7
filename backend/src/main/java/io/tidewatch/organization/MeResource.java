package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The signed-in person. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organization")
class MeResource {

    private final CurrentCaller caller;

    MeResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @GET
    @Access(inOrganization = false)
    @Operation(operationId = "getMe", summary = "Read who is signed in, and her organizations and teams")
    public Uni<MeResponse> get() {
        return Uni.createFrom().item(MeResponse.from(caller.person()));
    }
}
