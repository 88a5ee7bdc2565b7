package io.tidewatch.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.profile.file.FileFormat;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Baselines from files. */
@Path("/models/{model}/baselines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({FileFormat.CSV_TYPE, FileFormat.NDJSON_TYPE, FileFormat.JSON_LINES_TYPE})
@Tag(name = "Baselines")
class BaselineFileResource {

    private static final int MAX_NAME = 200;
    private static final String COLUMNS =
            "Where the names of columns do not say what they hold: a JSON object of column"
                    + " names and features, prediction.score, prediction.class, prediction.value or occurredAt; an empty text"
                    + " ignores a column";

    private final BaselineFileService files;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    BaselineFileResource(BaselineFileService files, CurrentCaller caller, ObjectMapper json) {
        this.files = files;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @Path("/previews/files")
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @RunOnVirtualThread
    @Operation(
            operationId = "previewBaselineFile",
            summary = "Read a file without keeping anything: its columns, first rows and bad rows",
            description = "CSV or NDJSON in UTF-8. Columns are found by the names of features; prediction.score,"
                    + " prediction.class and prediction.value are the answer, occurredAt the time.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = FileFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = FileFormat.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<FilePreviewResponse> preview(
            @PathParam("model") String model,
            @QueryParam("version") @Nullable String version,
            @Parameter(description = COLUMNS) @QueryParam("columns") @Nullable String columns,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream content) {
        PinFile command = new PinFile(null, null, version, columns(columns), null, null, false);
        FileContent read = files.preview(caller.get(), model, command, FileFormat.of(contentType), content);
        return RestResponse.ok(FilePreviewResponse.from(read));
    }

    @POST
    @Path("/files")
    @Access(role = Role.EDITOR, scope = Scope.MANAGE)
    @RunOnVirtualThread
    @Operation(
            operationId = "pinBaselineFile",
            summary = "Pin what a file holds as baseline",
            description =
                    "The values are counted and kept as those of a baseline from predictions are; no prediction is"
                            + " stored. from and to say when the rows are from; without them the times of the rows do, or the"
                            + " training window of the version.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = FileFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = FileFormat.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponseSchema(
            value = BaselineResponse.class,
            responseCode = "201",
            responseDescription = "The new baseline, which is the current one from now on")
    public RestResponse<BaselineResponse> pin(
            @PathParam("model") String model,
            @Parameter(description = "For people; the name of the file if absent") @QueryParam("name") @Nullable
                    String name,
            @QueryParam("fileName") @Nullable String fileName,
            @Parameter(description = "Read the cells by the schema of this version") @QueryParam("version") @Nullable
                    String version,
            @Parameter(description = COLUMNS) @QueryParam("columns") @Nullable String columns,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Parameter(description = "refuse (the default) or skip") @QueryParam("badRows") @Nullable String badRows,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream content) {
        Instant start = time("from", from);
        Instant end = time("to", to);
        together(start, end);
        PinFile command = new PinFile(
                limited("name", name),
                limited("fileName", fileName),
                version,
                columns(columns),
                start,
                end,
                skips(badRows));
        Baseline baseline = files.pin(caller.get(), model, command, FileFormat.of(contentType), content);
        return ResponseBuilder.<BaselineResponse>created(UriBuilder.fromPath("/api/v1/models/{model}/baselines/{id}")
                        .build(model, baseline.id()))
                .entity(BaselineResponse.from(baseline))
                .build();
    }

    private Map<String, String> columns(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Map.of();
        }
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem()
                    .violation("columns", "invalid", "must be a JSON object of column names and targets");
        }
    }

    private static void together(@Nullable Instant from, @Nullable Instant to) {
        if ((from == null) != (to == null)) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem()
                    .violation(from == null ? "from" : "to", "required", "must be given where the other one is");
        }
    }

    private static boolean skips(@Nullable String badRows) {
        if (badRows == null || badRows.equals("refuse")) {
            return false;
        }
        if (!badRows.equals("skip")) {
            throw ErrorCode.VALIDATION_FAILED.problem().violation("badRows", "unknown", "must be refuse or skip");
        }
        return true;
    }

    private static @Nullable String limited(String field, @Nullable String text) {
        if (text != null && text.length() > MAX_NAME) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem()
                    .violation(field, "too-long", "must have at most " + MAX_NAME + " characters");
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant time(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (!FileTimes.isStorable(time)) {
                throw ErrorCode.VALIDATION_FAILED
                        .problem()
                        .violation(field, "out-of-range", "must be a time from 1900 to 2261");
            }
            return time;
        } catch (DateTimeException e) {
            throw ErrorCode.VALIDATION_FAILED.problem().violation(field, "wrong-type", "must be an RFC 3339 time");
        }
    }
}
