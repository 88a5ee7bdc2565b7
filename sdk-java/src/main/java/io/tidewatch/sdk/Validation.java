package io.tidewatch.sdk;

import java.util.List;

/**
 * What {@link Tidewatch#validate} found.
 *
 * @param checked false if there was nothing to check against: validation is off, or the schema has not been fetched (yet)
 * @param violations what does not fit; empty if everything does, or if nothing was checked
 */
public record Validation(boolean checked, List<Violation> violations) {

    static final Validation NOT_CHECKED = new Validation(false, List.of());

    /** Copies the list. */
    public Validation {
        violations = List.copyOf(violations);
    }

    /** Whether nothing speaks against the prediction. Also true if nothing was checked. */
    public boolean passed() {
        return violations.isEmpty();
    }
}
