package io.tidewatch.identity;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.TokenIdentity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sessions of the signed-in person. */
@Path("/me/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Person")
class SessionResource {

    private final SessionService sessions;
    private final CurrentCaller caller;

    SessionResource(SessionService sessions, CurrentCaller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Access(inOrganization = false)
    @Operation(operationId = "listMySessions", summary = "List the person's own sessions, last used first")
    public Uni<MySessionsResponse> list() {
        TokenIdentity person = caller.person().token();
        return sessions.of(person).map(found -> MySessionsResponse.from(found, person));
    }

    @PUT
    @Path("/{session}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(inOrganization = false)
    @Operation(
            operationId = "describeMySession",
            summary = "Say which browser the session is in; only for the session `current`")
    public Uni<Void> describe(
            @PathParam("session") String session, @NotNull @Valid DescribeSessionRequest description) {
        return sessions.describe(caller.person().token(), session, description.browser(), description.address());
    }

    @DELETE
    @Path("/{session}")
    @Access(inOrganization = false)
    @Operation(
            operationId = "endMySession",
            summary = "End one of the person's own sessions, by its id or as `current`: its tokens are refused at once")
    public Uni<Void> end(@PathParam("session") String session) {
        return sessions.end(caller.person().token(), session);
    }

    @DELETE
    @Access(inOrganization = false)
    @Operation(operationId = "endMyOtherSessions", summary = "End all of the person's sessions but the current one")
    public Uni<Void> endOthers() {
        return sessions.endOthers(caller.person().token());
    }
}
