package io.tidewatch.registry.run;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The training and validation runs of a model. */
@Path("/models/{model}/runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
class RunResource {

    private static final int MAX_LIMIT = 100;

    private final RunService runs;
    private final CurrentCaller caller;

    RunResource(RunService runs, CurrentCaller caller) {
        this.runs = runs;
        this.caller = caller;
    }

    @GET
    @Access(scope = Scope.READ)
    @Operation(
            operationId = "listRuns",
            summary = "List the training and validation runs of a model, newest start first",
            description = "Series and profiles are in the single run only.")
    public Uni<Page<RunSummaryResponse>> list(
            @PathParam("model") String model,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"training", "validation"}))
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"succeeded", "failed"}))
                    @QueryParam("status")
                    @Nullable
                    String status,
            @Parameter(description = "Name of a version: runs that measured it or made it")
                    @QueryParam("version")
                    @Nullable
                    String version) {
        RunFilter filter =
                new RunFilter(choice(RunKind.class, "kind", kind), choice(RunStatus.class, "status", status), version);
        return runs.page(caller.get(), model, filter, PageRequest.of(limit, cursor, MAX_LIMIT))
                .map(page -> page.map(RunSummaryResponse::from));
    }

    @POST
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @Operation(
            operationId = "createRun",
            summary = "Log a training or validation run that has ended",
            description = "The client makes the id, so that a request without an answer may be sent again: the same run"
                    + " is kept once. A run never changes.")
    @APIResponse(
            responseCode = "201",
            description = "The run as it is kept",
            content = @Content(schema = @Schema(implementation = RunResponse.class)))
    public Uni<RestResponse<RunResponse>> create(
            @PathParam("model") String model, @NotNull @Valid CreateRunRequest request) {
        return runs.create(caller.get(), model, request)
                .map(detail -> ResponseBuilder.<RunResponse>created(
                                UriBuilder.fromPath("/api/v1/models/{model}/runs/{id}")
                                        .build(model, detail.run().id()))
                        .entity(RunResponse.from(detail))
                        .build());
    }

    @GET
    @Path("/{id}")
    @Access(scope = Scope.READ)
    @Operation(operationId = "getRun", summary = "Read a run with its series and the profile of its data")
    public Uni<RunResponse> get(@PathParam("model") String model, @PathParam("id") UUID id) {
        return runs.get(caller.get(), model, id).map(RunResponse::from);
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, String parameter, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                return constant;
            }
        }
        throw ErrorCode.VALIDATION_FAILED.problem().violation(parameter, "invalid", "is not a known value");
    }
}
