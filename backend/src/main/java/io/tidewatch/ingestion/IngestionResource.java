package io.tidewatch.ingestion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Where services send their events. */
@Path("/models/{model}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, IngestionBody.NDJSON, IngestionBody.JSON_LINES})
@Tag(name = "Ingestion")
class IngestionResource {

    private static final int MAX_VIOLATIONS = 1_000;
    private static final String PREFER = "Prefer";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String KEY =
            "The same for each attempt to send the same body: gives events without an id the same"
                    + " id each time, so that they count once";
    private static final String WAIT =
            "wait=N: answer when the events can be read, but after N seconds (at most 60) at the"
                    + " latest; Preference-Applied tells that they can";

    private final IngestionService ingestion;
    private final CurrentCaller caller;

    IngestionResource(IngestionService ingestion, CurrentCaller caller) {
        this.ingestion = ingestion;
        this.caller = caller;
    }

    @POST
    @Path("/predictions")
    @Access(role = Role.EDITOR, scope = Scope.INGEST)
    @RunOnVirtualThread
    @Operation(
            operationId = "sendPredictions",
            summary = "Send predictions",
            description =
                    "One event, a batch, or one event a line (NDJSON); up to 16 MiB, optionally as gzip or zstd. The good events of a batch are kept,"
                            + " the others are named with their reason. Sending an event again is safe.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            anyOf = {PredictionsDocument.class, PredictionsDocument.EventDocument.class
                                            })))
    @APIResponse(
            responseCode = "202",
            description = "The accepted events are durable; they can be read within a few seconds",
            content = @Content(schema = @Schema(implementation = IngestionResponse.class)))
    public RestResponse<IngestionResponse> predictions(
            @PathParam("model") String model,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long contentLength,
            @Parameter(description = KEY) @HeaderParam(IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(description = WAIT) @HeaderParam(PREFER) @Nullable String prefer,
            InputStream body) {
        return answer(
                ingestion.predictions(
                        caller.get(), model, body(body, contentType, idempotencyKey, contentEncoding, contentLength)),
                prefer);
    }

    @POST
    @Path("/ground-truth")
    @Access(role = Role.EDITOR, scope = Scope.INGEST)
    @RunOnVirtualThread
    @Operation(
            operationId = "sendGroundTruth",
            summary = "Send what really happened",
            description = "One event or a batch. Ground truth may come before its prediction, any time after it, and"
                    + " again with a correction: the latest observedAt counts.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            anyOf = {GroundTruthDocument.class, GroundTruthDocument.EventDocument.class
                                            })))
    @APIResponse(
            responseCode = "202",
            description = "The accepted events are durable; they can be read within a few seconds",
            content = @Content(schema = @Schema(implementation = IngestionResponse.class)))
    public RestResponse<IngestionResponse> groundTruth(
            @PathParam("model") String model,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long contentLength,
            @Parameter(description = KEY) @HeaderParam(IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(description = WAIT) @HeaderParam(PREFER) @Nullable String prefer,
            InputStream body) {
        return answer(
                ingestion.groundTruth(
                        caller.get(), model, body(body, contentType, idempotencyKey, contentEncoding, contentLength)),
                prefer);
    }

    private static IngestionBody body(
            InputStream content,
            @Nullable String contentType,
            @Nullable String idempotencyKey,
            @Nullable String contentEncoding,
            @Nullable Long contentLength) {
        return new IngestionBody(
                content, contentType, idempotencyKey, contentEncoding, contentLength == null ? -1 : contentLength);
    }

    private RestResponse<IngestionResponse> answer(IngestionReceipt receipt, @Nullable String prefer) {
        if (receipt.isRefused()) {
            throw refused(receipt);
        }
        ResponseBuilder<IngestionResponse> response =
                ResponseBuilder.create(Status.ACCEPTED, IngestionResponse.from(receipt));
        Duration longest = WaitPreference.of(prefer);
        if (longest.isPositive() && ingestion.awaitStored(receipt, longest)) {
            response.header("Preference-Applied", "wait=" + longest.toSeconds());
        }
        receipt.rates().forEach(response::header);
        return response.build();
    }

    private static ProblemException refused(IngestionReceipt receipt) {
        ProblemException problem = ErrorCode.VALIDATION_FAILED.problem("No event of the request is good.");
        receipt.violations().stream()
                .limit(MAX_VIOLATIONS)
                .forEach(violation -> problem.violation(
                        receipt.path(violation), violation.error().code(), violation.detail()));
        receipt.rates().forEach(problem::header);
        return problem.extension("rejected", receipt.violations().size());
    }
}
