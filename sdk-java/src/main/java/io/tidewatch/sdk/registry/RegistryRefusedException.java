package io.tidewatch.sdk.registry;

import java.util.List;

/** The server understood the call and refused it. Trying again without a change will not help. */
public final class RegistryRefusedException extends RegistryException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detail;
    private final transient List<String> violations;

    RegistryRefusedException(String what, int status, String code, String detail, List<String> violations) {
        super(what + " was refused: " + code + " (status " + status + ")" + (detail.isEmpty() ? "" : ", " + detail)
                + (violations.isEmpty() ? "" : " " + violations));
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.violations = List.copyOf(violations);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The server's error code, such as {@code model-not-found}. */
    public String code() {
        return code;
    }

    /** What the server said about this case, or empty. */
    public String detail() {
        return detail;
    }

    /** What was wrong with which field, each as {@code field: message}; empty if the server did not say. */
    public List<String> violations() {
        // Lost when serialized, like every transient field.
        return violations == null ? List.of() : violations;
    }
}
