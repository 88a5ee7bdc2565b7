package io.tidewatch.audit;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Reads the audit. */
@Path("/audit-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
class AuditEntryResource {

    private static final int MAX_LIMIT = 200;

    private final AuditReader reader;
    private final AuditExport export;
    private final AuditChain chain;
    private final CurrentCaller caller;

    AuditEntryResource(AuditReader reader, AuditExport export, AuditChain chain, CurrentCaller caller) {
        this.reader = reader;
        this.export = export;
        this.chain = chain;
        this.caller = caller;
    }

    @GET
    @Access(organizationAdmin = true)
    @Operation(operationId = "listAuditEntries", summary = "List who did what, newest first")
    public Uni<Page<AuditEntryResponse>> list(
            @BeanParam AuditFilterParameters filter,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reader.page(caller.get().organization(), filter.toFilter(), PageRequest.of(limit, cursor, MAX_LIMIT))
                .map(page -> page.map(AuditEntryResponse::from));
    }

    @GET
    @Path("/csv")
    @Produces("text/csv")
    @Access(organizationAdmin = true)
    @Operation(
            operationId = "exportAuditEntriesAsCsv",
            summary = "Download audit entries as CSV, newest first, at most 100,000")
    public RestMulti<byte[]> csv(@BeanParam AuditFilterParameters filter) {
        return export.csv(caller.get().organization(), filter.toFilter());
    }

    @GET
    @Path("/ndjson")
    @Produces("application/x-ndjson")
    @Access(organizationAdmin = true)
    @Operation(
            operationId = "exportAuditEntriesAsNdjson",
            summary = "Download audit entries as one JSON object a line, newest first, at most 100,000")
    public RestMulti<byte[]> ndjson(@BeanParam AuditFilterParameters filter) {
        return export.ndjson(caller.get().organization(), filter.toFilter());
    }

    @GET
    @Path("/verification")
    @Access(organizationAdmin = true)
    @Operation(
            operationId = "verifyAuditEntries",
            summary = "Check that no audit entry was changed, removed or put in",
            description =
                    "Walks the chain of hashes, at most 100,000 entries a request. If the answer is not complete, go"
                            + " on after its lastSequence.")
    public Uni<AuditVerificationResponse> verify(@QueryParam("after") @DefaultValue("0") long after) {
        if (after < 0) {
            throw ErrorCode.VALIDATION_FAILED.problem().violation("after", "out-of-range", "must be 0 or more");
        }
        return chain.verify(caller.get().organization(), after).map(AuditVerificationResponse::from);
    }
}
