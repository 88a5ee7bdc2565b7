package io.tidewatch.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the chain of audit entries found, on the wire.
 *
 * @param intact true if every link that was checked holds
 * @param checked links that were checked
 * @param lastSequence the entry up to which the check got; go on after it if the check is not complete
 * @param lastHash its hash: note it elsewhere to be sure later that nobody wrote the chain anew
 * @param complete true if the check reached the newest entry or a break
 */
record AuditVerificationResponse(
        boolean intact,
        long checked,
        long lastSequence,
        String lastHash,
        boolean complete,
        @Nullable BreakResponse broken) {

    /** The first break. */
    record BreakResponse(
            long sequence,

            @Schema(enumeration = {"missing", "altered", "unlinked"})
            String reason) {}

    static AuditVerificationResponse from(AuditVerification found) {
        AuditVerification.Break broken = found.broken();
        return new AuditVerificationResponse(
                broken == null,
                found.checked(),
                found.lastSequence(),
                found.lastHash(),
                found.complete() || broken != null,
                broken == null ? null : new BreakResponse(broken.sequence(), broken.reason()));
    }
}
