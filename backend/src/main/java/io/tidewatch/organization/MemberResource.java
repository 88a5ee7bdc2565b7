package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everybody in the organization. */
@Path("/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organization")
class MemberResource {

    private static final int MAX_LIMIT = 200;

    private final MemberDirectory members;
    private final CurrentCaller caller;

    MemberResource(MemberDirectory members, CurrentCaller caller) {
        this.members = members;
        this.caller = caller;
    }

    @GET
    @Access(role = Role.ADMIN)
    @Operation(
            operationId = "listMembers",
            summary = "List the people of the organization with their teams and roles, sorted by name",
            description =
                    "Everybody who has signed in with a right in the organization. A search is part of the name or of"
                            + " the e-mail address.")
    public Uni<Page<OrganizationMemberResponse>> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return members.page(caller.get().organization(), search, PageRequest.of(limit, cursor, MAX_LIMIT))
                .map(page -> page.map(OrganizationMemberResponse::from));
    }

    @GET
    @Path("/{userId}")
    @Access(role = Role.ADMIN)
    @Operation(operationId = "getMember", summary = "Read a person of the organization with her teams and roles")
    public Uni<OrganizationMemberResponse> get(@PathParam("userId") UUID userId) {
        return members.get(caller.get().organization(), userId).map(OrganizationMemberResponse::from);
    }
}
