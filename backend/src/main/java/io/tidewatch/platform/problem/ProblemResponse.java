package io.tidewatch.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * A problem document (RFC 9457).
 *
 * @param type address of the page that explains the code
 * @param title the same for every case of the code
 * @param status the HTTP status, repeated
 * @param detail what happened in this case
 * @param instance path of the request
 * @param code the code, see docs/reference/errors.md
 * @param violations the fields that break a rule, absent if there are none
 * @param traceId finds this request in the server's log
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "violations", "traceId"})
public record ProblemResponse(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations,
        String traceId,
        @JsonIgnore Map<String, Object> extensions) {

    /** Media type of every error answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemResponse of(ProblemException problem, String instance, String traceId) {
        ErrorCode code = problem.code();
        return new ProblemResponse(
                "/errors#" + code.code(),
                code.title(),
                code.status(),
                problem.detail(),
                instance,
                code.code(),
                problem.violations(),
                traceId,
                problem.extensions());
    }

    @JsonAnyGetter
    Map<String, Object> members() {
        return extensions;
    }
}
