package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.http.Revisions;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The caller's organization. */
@Path("/organization")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organization")
class OrganizationResource {

    private final OrganizationService organizations;
    private final CurrentCaller caller;

    OrganizationResource(OrganizationService organizations, CurrentCaller caller) {
        this.organizations = organizations;
        this.caller = caller;
    }

    @GET
    @Access(scope = Scope.READ)
    @Operation(operationId = "getOrganization", summary = "Read the caller's organization")
    public Uni<RestResponse<OrganizationResponse>> get() {
        return organizations.get(caller.get().organization()).map(OrganizationResource::respond);
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Access(organizationAdmin = true)
    @Operation(operationId = "updateOrganization", summary = "Change settings of the caller's organization")
    public Uni<RestResponse<OrganizationResponse>> update(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid UpdateOrganizationRequest change) {
        return organizations.update(caller.get(), change.toCommand(), ifMatch).map(OrganizationResource::respond);
    }

    private static RestResponse<OrganizationResponse> respond(Organization organization) {
        return ResponseBuilder.ok(OrganizationResponse.from(organization))
                .header(HttpHeaders.ETAG, Revisions.etag(organization.revision()))
                .build();
    }
}
