package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Scope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the acknowledged events of each model are. */
@Path("/ingestion/accounting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ingestion")
class AccountingResource {

    private final AccountingService accounting;
    private final CurrentCaller caller;

    AccountingResource(AccountingService accounting, CurrentCaller caller) {
        this.accounting = accounting;
        this.caller = caller;
    }

    @GET
    @Access(scope = Scope.READ)
    @Operation(
            operationId = "getIngestionAccounting",
            summary = "Read where the acknowledged events of each model are",
            description = "accepted = stored + pending + deadLettered, per model that the caller may read and kind of"
                    + " event. Counts are those of the backend that answers, since its write-ahead log was made.")
    public Uni<AccountingResponse> get() {
        return accounting.of(caller.get());
    }
}
