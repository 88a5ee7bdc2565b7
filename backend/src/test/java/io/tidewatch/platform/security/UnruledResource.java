package io.tidewatch.platform.security;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Somebody forgot the access rule. */
@Path("/unruled")
@Produces(MediaType.APPLICATION_JSON)
class UnruledResource {

    @GET
    @Operation(hidden = true)
    public Uni<String> get() {
        return Uni.createFrom().item("open to everybody");
    }
}
