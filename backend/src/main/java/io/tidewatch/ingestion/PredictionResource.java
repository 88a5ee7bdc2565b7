package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Scope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where stored predictions are read back. */
@Path("/models/{model}/predictions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Predictions")
class PredictionResource {

    private static final int MAX_LIMIT = 1_000;
    private static final Duration MAX_WINDOW = Duration.ofDays(400);

    private final PredictionService predictions;
    private final CurrentCaller caller;

    PredictionResource(PredictionService predictions, CurrentCaller caller) {
        this.predictions = predictions;
        this.caller = caller;
    }

    @GET
    @Access(scope = Scope.READ)
    @Operation(
            operationId = "listPredictions",
            summary = "List stored predictions with their ground truth, newest first")
    public Uni<Page<PredictionResponse>> list(
            @PathParam("model") String model,
            @Parameter(required = true, description = "Start of the window, inclusive, RFC 3339")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(required = true, description = "End of the window, exclusive, at most 400 days after from")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @QueryParam("version") @Nullable String version,
            @QueryParam("environment") @Nullable String environment,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PredictionFilter filter = new PredictionFilter(time(from, "from"), time(to, "to"), version, environment);
        check(filter);
        return predictions
                .page(caller.get(), model, filter, PageRequest.of(limit, cursor, MAX_LIMIT))
                .map(page -> page.map(PredictionResponse::from));
    }

    @GET
    @Path("/{predictionId}")
    @Access(scope = Scope.READ)
    @Operation(operationId = "getPrediction", summary = "Read a stored prediction with its ground truth")
    public Uni<PredictionResponse> get(
            @PathParam("model") String model, @PathParam("predictionId") String predictionId) {
        return predictions.get(caller.get(), model, predictionId).map(PredictionResponse::from);
    }

    private static Instant time(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw broken(field, "missing", "is required");
        }
        Instant time = EventTime.parse(text);
        if (time == null) {
            throw broken(field, "wrong-type", "must be an RFC 3339 time such as 2026-03-01T12:00:00Z");
        }
        return time;
    }

    private static void check(PredictionFilter filter) {
        if (!filter.from().isBefore(filter.to())) {
            throw broken("to", "invalid", "must be after from");
        }
        if (Duration.between(filter.from(), filter.to()).compareTo(MAX_WINDOW) > 0) {
            throw broken("to", "out-of-range", "must be within 400 days of from");
        }
    }

    private static ProblemException broken(String field, String code, String message) {
        return ErrorCode.VALIDATION_FAILED.problem().violation(field, code, message);
    }
}
