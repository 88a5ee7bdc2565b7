package io.tidewatch.ingestion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events that were acknowledged but could not be stored. */
@Path("/ingestion/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Ingestion")
class DeadLetterResource {

    private static final int MAX_LIMIT = 200;
    private static final Duration KEPT = Duration.ofDays(40);
    private static final Set<String> STATES = Set.of("open", "replayed", "discarded", "all");

    private final DeadLetterService letters;
    private final CurrentCaller caller;
    private final Clock clock;

    DeadLetterResource(DeadLetterService letters, CurrentCaller caller, Clock clock) {
        this.letters = letters;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Access(role = Role.EDITOR)
    @Operation(
            operationId = "listDeadLetters",
            summary = "List dead letters of the models that the caller may change, newest first, without payload")
    public Uni<Page<DeadLetterResponse>> list(
            @Parameter(description = "Key of a model") @QueryParam("model") @Nullable String model,
            @QueryParam("reason") @Nullable String reason,
            @Parameter(description = "prediction or ground-truth") @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "open, replayed, discarded or all") @QueryParam("state") @DefaultValue("open")
                    String state,
            @Parameter(description = "Received from this time on; letters are kept for 30 days")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = "Received before this time") @QueryParam("to") @Nullable Instant to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (!STATES.contains(state)) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem()
                    .violation("state", "invalid-value", "must be open, replayed, discarded or all");
        }
        Instant now = clock.instant();
        DeadLetterFilter filter = new DeadLetterFilter(
                List.of(),
                reason,
                DeadLetterChoiceRequest.kind(kind),
                state,
                from == null ? now.minus(KEPT) : from,
                to == null ? now.plus(Duration.ofDays(1)) : to);
        return letters.list(caller.get(), model, filter, PageRequest.of(limit, cursor, MAX_LIMIT))
                .map(page -> page.map(DeadLetterResponse::of));
    }

    @GET
    @Path("/{id}")
    @Access(role = Role.EDITOR)
    @Operation(operationId = "getDeadLetter", summary = "Read a dead letter with its payload")
    public Uni<DeadLetterResponse> get(@PathParam("id") String id) {
        return letters.get(caller.get(), id).map(DeadLetterResponse::withPayload);
    }

    @POST
    @Path("/replays")
    @Access(role = Role.EDITOR)
    @RunOnVirtualThread
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Send the events of open dead letters again",
            description =
                    "They meet today's schema and limits. Up to 5,000 at a time; more says whether some are left.")
    public ReplayResponse replay(@NotNull @Valid DeadLetterChoiceRequest choice) {
        return ReplayResponse.from(letters.replay(caller.get(), choice.model(), choice.toFilter(clock.instant())));
    }

    @POST
    @Path("/discards")
    @Access(role = Role.EDITOR)
    @RunOnVirtualThread
    @Operation(
            operationId = "discardDeadLetters",
            summary = "Mark open dead letters as not wanted",
            description = "They stay readable until they are 30 days old.")
    public DiscardResponse discard(@NotNull @Valid DeadLetterChoiceRequest choice) {
        return new DiscardResponse(letters.discard(caller.get(), choice.model(), choice.toFilter(clock.instant())));
    }
}
