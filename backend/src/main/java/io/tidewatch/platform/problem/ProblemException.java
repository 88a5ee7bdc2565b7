package io.tidewatch.platform.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The only exception that features throw. Made by {@link ErrorCode#problem(String)} and completed by the methods here,
 * each of which returns this exception.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Violation> violations = new ArrayList<>();
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    ProblemException(ErrorCode code, String detail) {
        super(detail);
        this.code = code;
    }

    /** Adds one broken rule. */
    public ProblemException violation(String field, String code, String message) {
        violations.add(new Violation(field, code, message));
        return this;
    }

    /** Adds broken rules. */
    public ProblemException violations(List<Violation> more) {
        violations.addAll(more);
        return this;
    }

    /** Adds a member to the problem document. */
    public ProblemException extension(String name, Object value) {
        extensions.put(name, value);
        return this;
    }

    /** Tells the client when to come back; sent as Retry-After, rounded up to seconds. */
    public ProblemException retryAfter(Duration delay) {
        this.retryAfter = delay;
        return this;
    }

    /** Adds a header field to the answer. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Keeps what happened underneath, for the log only. */
    public ProblemException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** Which error. */
    public ErrorCode code() {
        return code;
    }

    /** What happened in this very case. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The broken rules, empty where the error is of another nature. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Further members of the problem document. */
    public Map<String, Object> extensions() {
        return Map.copyOf(extensions);
    }

    /** Further header fields of the answer. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** When to come back, or null if waiting doesn't help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
