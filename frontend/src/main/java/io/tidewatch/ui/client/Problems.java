package io.tidewatch.ui.client;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Turns an error answer of the backend (RFC 9457 problem details) into the failure pages act on. */
final class Problems {

    private Problems() {}

    /** The failure for a status outside 200 to 299. {@code read} says whether the call only read. */
    static Failure of(int status, byte[] body, boolean read, JsonMapper json) {
        Problem problem = parse(body, json);
        String detail = problem.text();
        return switch (status) {
            case 401 -> new Failure.SignInNeeded(problem.traceId());
            case 403 ->
                read ? new Failure.NotHere(problem.traceId()) : new Failure.NotAllowed(detail, problem.traceId());
            case 404 ->
                "baseline-not-found".equals(problem.code())
                        ? new Failure.NoBaseline(detail, problem.traceId())
                        : new Failure.NotHere(problem.traceId());
            case 400, 413, 422 -> new Failure.Invalid(detail, problem.violationList(), problem.traceId());
            case 409, 412, 428 ->
                new Failure.Conflict(problem.code() == null ? "conflict" : problem.code(), detail, problem.traceId());
            case 429, 502, 503, 504 -> new Failure.Unavailable(detail, problem.traceId());
            default -> new Failure.Unexpected(status, detail, problem.traceId());
        };
    }

    private static Problem parse(byte[] body, JsonMapper json) {
        try {
            Problem problem = body.length == 0 ? null : json.readValue(body, Problem.class);
            return problem == null ? Problem.EMPTY : problem;
        } catch (JacksonException notAProblem) {
            // A proxy in between may answer with a page of its own.
            return Problem.EMPTY;
        }
    }

    record Problem(
            @Nullable String title,
            @Nullable String detail,
            @Nullable String code,
            @Nullable List<Violation> violations,
            @Nullable String traceId) {

        static final Problem EMPTY = new Problem(null, null, null, null, null);

        String text() {
            if (detail != null && !detail.isBlank()) {
                return detail;
            }
            if (title != null && !title.isBlank()) {
                return title;
            }
            return code == null
                    ? "The service gave no reason"
                    : code.replace('-', ' ').toLowerCase(Locale.ROOT);
        }

        List<Violation> violationList() {
            return violations == null ? List.of() : violations;
        }
    }
}
