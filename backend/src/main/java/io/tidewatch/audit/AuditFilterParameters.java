package io.tidewatch.audit;

import io.tidewatch.platform.problem.ErrorCode;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Query parameters that narrow the audit. */
@NullUnmarked // Filled field by field for each request.
class AuditFilterParameters {

    @QueryParam("actor")
    @Parameter(description = "Id of the person or API key, or part of the name")
    public String actor;

    @QueryParam("action")
    @Parameter(description = "An action such as api-key.created, or the part before the dot for all of its kind")
    public String action;

    @QueryParam("resourceType")
    @Parameter(description = "What was changed, such as team")
    public String resourceType;

    @QueryParam("resourceId")
    @Parameter(description = "Which one")
    public String resourceId;

    @QueryParam("from")
    @Parameter(description = "First instant")
    public String from;

    @QueryParam("to")
    @Parameter(description = "First instant that is no longer meant")
    public String to;

    AuditFilter toFilter() {
        return new AuditFilter(actor, action, resourceType, resourceId, instant("from", from), instant("to", to));
    }

    private static Instant instant(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem()
                    .violation(name, "invalid-value", "must be an instant such as 2026-11-24T09:00:00Z")
                    .causedBy(e);
        }
    }
}
