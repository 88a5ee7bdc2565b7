package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.http.Revisions;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Teams and who is in them. */
@Path("/teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organization")
class TeamResource {

    private static final int MAX_LIMIT = 200;

    private final TeamService teams;
    private final TeamRemoval removal;
    private final MemberService members;
    private final CurrentCaller caller;

    TeamResource(TeamService teams, TeamRemoval removal, MemberService members, CurrentCaller caller) {
        this.teams = teams;
        this.removal = removal;
        this.members = members;
        this.caller = caller;
    }

    @GET
    @Access(scope = Scope.READ)
    @Operation(operationId = "listTeams", summary = "List the teams of the organization")
    public Uni<Page<TeamResponse>> list() {
        return teams.visibleTo(caller.get())
                .map(found -> new Page<>(
                        found.stream()
                                .map(team -> TeamResponse.from(team, caller.get()))
                                .toList(),
                        null));
    }

    @POST
    @Access(organizationAdmin = true)
    @Operation(operationId = "createTeam", summary = "Create a team")
    @APIResponseSchema(value = TeamResponse.class, responseCode = "201", responseDescription = "The new team")
    public Uni<RestResponse<TeamResponse>> create(@NotNull @Valid CreateTeamRequest request) {
        return teams.create(caller.get(), request)
                .map(team -> ResponseBuilder.<TeamResponse>created(URI.create("/api/v1/teams/" + team.key()))
                        .entity(TeamResponse.from(team, caller.get()))
                        .build());
    }

    @PATCH
    @Path("/{team}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Access(organizationAdmin = true)
    @Operation(operationId = "updateTeam", summary = "Rename a team")
    public Uni<RestResponse<TeamResponse>> update(
            @PathParam("team") String team,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid UpdateTeamRequest change) {
        return teams.rename(caller.get(), team, change.name(), ifMatch)
                .map(changed -> ResponseBuilder.ok(TeamResponse.from(changed, caller.get()))
                        .header(HttpHeaders.ETAG, Revisions.etag(changed.revision()))
                        .build());
    }

    @DELETE
    @Path("/{team}")
    @Access(organizationAdmin = true)
    @Operation(
            operationId = "removeTeam",
            summary = "Remove a team that owns nothing",
            description =
                    "Roles of members, group mappings, shares and API keys that have ended go with it. A team that owns"
                            + " models or working API keys answers 409 team-not-empty, and says what it owns.")
    public Uni<Void> removeTeam(@PathParam("team") String team) {
        return removal.remove(caller.get(), team);
    }

    @GET
    @Path("/{team}/members")
    @Access
    @Operation(operationId = "listTeamMembers", summary = "List the people in a team, sorted by name")
    public Uni<Page<MemberResponse>> members(
            @PathParam("team") String team,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return members.inTeam(caller.get(), team, PageRequest.of(limit, cursor, MAX_LIMIT))
                .map(page -> page.map(MemberResponse::from));
    }

    @PUT
    @Path("/{team}/members/{userId}")
    @Access(role = Role.ADMIN)
    @Operation(operationId = "putTeamMember", summary = "Give a person a role in a team")
    public Uni<MemberResponse> put(
            @PathParam("team") String team,
            @PathParam("userId") UUID userId,
            @NotNull @Valid PutMemberRequest request) {
        return members.put(caller.get(), team, userId, request.role()).map(MemberResponse::from);
    }

    @DELETE
    @Path("/{team}/members/{userId}")
    @Access(role = Role.ADMIN)
    @Operation(
            operationId = "removeTeamMember",
            summary = "Take a person's direct role in a team away; roles from groups stay")
    public Uni<Void> remove(@PathParam("team") String team, @PathParam("userId") UUID userId) {
        return members.remove(caller.get(), team, userId);
    }
}
