package io.tidewatch.ui.client;

import org.jspecify.annotations.Nullable;

/** What a check of the audit's chain found. */
public record AuditVerification(
        boolean intact,
        long checked,
        long lastSequence,
        String lastHash,
        boolean complete,
        @Nullable Break broken) {

    /** Where it breaks first, and why: missing, altered or unlinked. */
    public record Break(long sequence, String reason) {}
}
