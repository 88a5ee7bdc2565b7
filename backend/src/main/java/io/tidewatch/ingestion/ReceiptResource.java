package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of acknowledged requests. */
@Path("/models/{model}/receipts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ingestion")
class ReceiptResource {

    private final ReceiptService receipts;
    private final CurrentCaller caller;

    ReceiptResource(ReceiptService receipts, CurrentCaller caller) {
        this.receipts = receipts;
        this.caller = caller;
    }

    @GET
    @Path("/{receipt}")
    @Access(role = Role.EDITOR, scope = Scope.INGEST)
    @Operation(
            operationId = "getReceipt",
            summary = "Read what became of the events of an acknowledged request",
            description = "accepted = pending + stored + deadLettered + dropped. Receipts are answered for 24 hours.")
    public Uni<ReceiptResponse> get(@PathParam("model") String model, @PathParam("receipt") String receipt) {
        return receipts.get(caller.get(), model, receipt);
    }
}
