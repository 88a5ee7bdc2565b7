package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom the organization trusts to say who somebody is. */
@Path("/identity-providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organization")
class IdentityProviderResource {

    private final GroupMappingService mappings;
    private final CurrentCaller caller;

    IdentityProviderResource(GroupMappingService mappings, CurrentCaller caller) {
        this.mappings = mappings;
        this.caller = caller;
    }

    @GET
    @Access(organizationAdmin = true)
    @Operation(
            operationId = "listIdentityProviders",
            summary = "List the identity providers that the organization trusts, whose groups can give rights")
    public Uni<Page<IdentityProviderResponse>> list() {
        return mappings.issuers(caller.get().organization())
                .map(issuers -> new Page<>(
                        issuers.stream().map(IdentityProviderResponse::new).toList(), null));
    }
}
