package io.tidewatch.onboarding;

import io.smallrye.mutiny.Uni;
import io.tidewatch.onboarding.decision.SetupStep;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the setup of a model is. */
@Path("/models/{model}/setup")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Setup")
class SetupResource {

    private final SetupService setups;
    private final CurrentCaller caller;

    SetupResource(SetupService setups, CurrentCaller caller) {
        this.setups = setups;
        this.caller = caller;
    }

    @GET
    @Access(scope = Scope.READ)
    @Operation(
            operationId = "getSetup",
            summary = "Read how far the setup of a model is, what is watched, and what to send for more")
    public Uni<SetupResponse> get(@PathParam("model") String model) {
        return setups.setup(caller.get(), model).map(SetupResponse::from);
    }

    @PUT
    @Path("/skips/{step}")
    @Consumes(MediaType.WILDCARD)
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @Operation(
            operationId = "skipSetupStep",
            summary = "Leave a step out for now: schema, ground-truth, baseline or health-checks")
    public Uni<Void> skip(@PathParam("model") String model, @PathParam("step") String step) {
        return setups.skip(caller.get(), model, step(step));
    }

    @DELETE
    @Path("/skips/{step}")
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @Operation(operationId = "resumeSetupStep", summary = "Take a skipped step up again")
    public Uni<Void> resume(@PathParam("model") String model, @PathParam("step") String step) {
        return setups.resume(caller.get(), model, step(step));
    }

    private static SetupStep step(String name) {
        return Arrays.stream(SetupStep.values())
                .filter(step -> SetupResponse.name(step).equals(name))
                .findFirst()
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED
                        .problem()
                        .violation("step", "unknown", "must be schema, ground-truth, baseline or health-checks"));
    }
}
