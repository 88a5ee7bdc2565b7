package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the organization may send, and what it sent. */
@Path("/quota")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ingestion")
class QuotaResource {

    private final QuotaState quotas;
    private final CurrentCaller caller;

    QuotaResource(QuotaState quotas, CurrentCaller caller) {
        this.quotas = quotas;
        this.caller = caller;
    }

    @GET
    @Access(organizationAdmin = true)
    @Operation(
            operationId = "getQuota",
            summary = "Read the limits of the organization and how much of them is used",
            description = "Limits are set by who runs the server. Rates are those of the backend that answers.")
    public Uni<QuotaResponse> get() {
        return quotas.of(caller.get().organization());
    }
}
