package io.tidewatch.audit;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reads the audit. */
@Path("/audit-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
class AuditEntryResource {

    private static final int MAX_LIMIT = 200;

    private final AuditLog audit;
    private final CurrentCaller caller;

    AuditEntryResource(AuditLog audit, CurrentCaller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Access(organizationAdmin = true)
    @Operation(operationId = "listAuditEntries", summary = "List who did what, newest first")
    public Uni<Page<AuditEntryResponse>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return audit.entries(caller.get().organization(), PageRequest.of(limit, cursor, MAX_LIMIT))
                .map(page -> page.map(AuditEntryResponse::from));
    }
}
