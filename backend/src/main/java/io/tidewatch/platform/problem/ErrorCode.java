package io.tidewatch.platform.problem;

import java.util.Locale;

/**
 * Every error that a client of the REST API can see. The code of a problem is the constant's name in kebab case and
 * never changes its meaning; {@code docs/reference/errors.md} is generated from this list.
 */
public enum ErrorCode {
    // Requests that can't be read
    MALFORMED_JSON(400, ErrorKind.USER, "Malformed JSON", "The body is not valid JSON or nested too deeply."),
    INVALID_PATH(
            400,
            ErrorKind.USER,
            "Invalid path",
            "The path holds an encoded or doubled separator, a dot segment or a control character."),
    INVALID_REQUEST(400, ErrorKind.USER, "Invalid request", "A header or query parameter can't be read."),
    VALIDATION_FAILED(
            422, ErrorKind.USER, "Validation failed", "The request is readable, but the named fields break a rule."),
    PAYLOAD_TOO_LARGE(
            413, ErrorKind.USER, "Payload too large", "The body is larger than the limit. Send less at once."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            ErrorKind.USER,
            "Unsupported media type",
            "Send the body as one of the media types that the API description names, not compressed."),
    NOT_ACCEPTABLE(406, ErrorKind.USER, "Not acceptable", "The operation answers application/json only."),
    METHOD_NOT_ALLOWED(405, ErrorKind.USER, "Method not allowed", "The path exists, but not with this method."),
    NOT_FOUND(404, ErrorKind.USER, "Not found", "There is nothing at this address."),

    // Who calls, and what they may do
    UNAUTHORIZED(401, ErrorKind.USER, "Unauthorized", "Send a valid API key or access token as Authorization: Bearer."),
    API_KEY_EXPIRED(401, ErrorKind.USER, "API key expired", "The key was valid until its expiry. Create a new one."),
    API_KEY_REVOKED(401, ErrorKind.USER, "API key revoked", "The key was revoked. Create a new one."),
    SESSION_ENDED(
            401,
            ErrorKind.USER,
            "Session ended",
            "The sign-in that the access token belongs to has ended. Sign in again."),
    INVALID_LOGOUT_TOKEN(
            400,
            ErrorKind.USER,
            "Invalid logout token",
            "A logout token must be signed by a provider of this installation for one of its clients, and be new."),
    FORBIDDEN(403, ErrorKind.USER, "Forbidden", "The caller lacks the role or scope that the operation needs."),
    PERSON_REQUIRED(403, ErrorKind.USER, "Person required", "The operation is for people, not for API keys."),
    ORGANIZATION_REQUIRED(
            400,
            ErrorKind.USER,
            "Organization required",
            "The person belongs to several organizations: name one in the header Tidewatch-Organization."),
    ORGANIZATION_NOT_FOUND(
            404,
            ErrorKind.USER,
            "Organization not found",
            "There is no such organization, or the caller doesn't belong to it."),

    // Things that are not there; the same answer for another organization's things
    TEAM_NOT_FOUND(404, ErrorKind.USER, "Team not found", "The organization has no team with this key."),
    MEMBER_NOT_FOUND(404, ErrorKind.USER, "Member not found", "The organization has no such person."),
    SESSION_NOT_FOUND(404, ErrorKind.USER, "Session not found", "The person has no such session."),
    GROUP_MAPPING_NOT_FOUND(404, ErrorKind.USER, "Group mapping not found", "There is no such group mapping."),
    API_KEY_NOT_FOUND(404, ErrorKind.USER, "API key not found", "There is no such API key."),
    MODEL_NOT_FOUND(404, ErrorKind.USER, "Model not found", "There is no such model, or the caller may not read it."),
    VERSION_NOT_FOUND(404, ErrorKind.USER, "Version not found", "The model has no version of this name."),
    RUN_NOT_FOUND(404, ErrorKind.USER, "Run not found", "The model has no run with this id."),
    FEATURE_NOT_FOUND(404, ErrorKind.USER, "Feature not found", "The model has no feature of this name."),
    BASELINE_NOT_FOUND(404, ErrorKind.USER, "Baseline not found", "The model has no such baseline, or none at all."),
    PREDICTION_NOT_FOUND(404, ErrorKind.USER, "Prediction not found", "The model has no prediction with this id."),
    DEAD_LETTER_NOT_FOUND(
            404,
            ErrorKind.USER,
            "Dead letter not found",
            "There is no such dead letter of a model that the caller may change."),
    RECEIPT_NOT_FOUND(
            404, ErrorKind.USER, "Receipt not found", "The model has no such receipt, or it is older than 24 hours."),
    ERASURE_NOT_FOUND(404, ErrorKind.USER, "Erasure not found", "The organization has no such erasure."),

    // The request is fine, the state is not
    ALREADY_EXISTS(409, ErrorKind.CONFLICT, "Already exists", "Something with this key or name exists already."),
    CONFLICT(409, ErrorKind.CONFLICT, "Conflict", "The resource was changed at the same time. Read it again."),
    API_KEY_ENDED(
            409,
            ErrorKind.CONFLICT,
            "API key ended",
            "The key was revoked or has expired, so it can't be changed. Create a new one."),
    TEAM_NOT_EMPTY(
            409,
            ErrorKind.CONFLICT,
            "Team not empty",
            "The team still owns models or API keys that work. owned says how many; move or revoke them first."),
    LAST_ORGANIZATION_ADMIN(
            409,
            ErrorKind.CONFLICT,
            "Last organization admin",
            "Afterwards nobody could administer the organization. Let another group of a person who signed in give the"
                    + " right first."),
    PRECONDITION_FAILED(
            412, ErrorKind.CONFLICT, "Precondition failed", "If-Match names another revision than the current one."),
    PRECONDITION_REQUIRED(
            428,
            ErrorKind.USER,
            "Precondition required",
            "Send If-Match with the revision that the change is based on."),
    SCHEMA_SETTLED(
            409,
            ErrorKind.CONFLICT,
            "Schema settled",
            "The schema of this version was declared or confirmed and does not change any more. Register another"
                    + " version."),

    IDEMPOTENCY_KEY_REUSED(
            422,
            ErrorKind.CONFLICT,
            "Idempotency key reused",
            "The Idempotency-Key was used for another body within the last 24 hours. Nothing was kept."),

    // Too much
    RATE_LIMITED(
            429,
            ErrorKind.QUOTA,
            "Rate limited",
            "More was sent than the quota allows. Nothing was kept; send again after Retry-After seconds."),
    AUDIT_EXPORT_TOO_LARGE(
            422,
            ErrorKind.QUOTA,
            "Audit export too large",
            "More audit entries match than one export holds. Ask for a shorter time range."),
    QUERY_TOO_EXPENSIVE(
            422,
            ErrorKind.QUOTA,
            "Query too expensive",
            "The query went over its limit of time or memory. Ask for a shorter window."),

    // Systems that we depend on
    INGESTION_OVERLOADED(
            503,
            ErrorKind.EXTERNAL,
            "Ingestion overloaded",
            "More events wait to be stored than fit. Nothing was kept; send again after Retry-After seconds."),
    LOG_UNAVAILABLE(
            503,
            ErrorKind.EXTERNAL,
            "Log unavailable",
            "The disk of the write-ahead log did not take the events. Nothing was kept; send again after Retry-After"
                    + " seconds."),
    EVENT_STORE_UNAVAILABLE(
            503,
            ErrorKind.EXTERNAL,
            "Event store unavailable",
            "ClickHouse doesn't answer. Come back after Retry-After seconds."),
    DATABASE_UNAVAILABLE(
            503,
            ErrorKind.EXTERNAL,
            "Database unavailable",
            "PostgreSQL doesn't answer. Come back after Retry-After seconds."),
    IDENTITY_PROVIDER_UNAVAILABLE(
            503,
            ErrorKind.EXTERNAL,
            "Identity provider unavailable",
            "The OIDC provider doesn't answer, so the token can't be checked."),

    // Our own fault
    INTERNAL_ERROR(
            500,
            ErrorKind.INTERNAL,
            "Internal error",
            "Something went wrong on our side. Report the traceId if it happens again.");

    private final int status;
    private final ErrorKind kind;
    private final String title;
    private final String description;

    ErrorCode(int status, ErrorKind kind, String title, String description) {
        this.status = status;
        this.kind = kind;
        this.title = title;
        this.description = description;
    }

    /** The code as clients see it, for example {@code model-not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Whose turn it is. */
    public ErrorKind kind() {
        return kind;
    }

    /** A short heading that doesn't change from case to case. */
    public String title() {
        return title;
    }

    /** One or two sentences for the reference: what it means and what to do. */
    public String description() {
        return description;
    }

    /** A problem with the description as its detail. */
    public ProblemException problem() {
        return new ProblemException(this, description);
    }

    /** A problem with a detail about this very case. Never put a class name, SQL or a secret into it. */
    public ProblemException problem(String detail) {
        return new ProblemException(this, detail);
    }
}
