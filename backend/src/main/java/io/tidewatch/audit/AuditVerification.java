package io.tidewatch.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the chain found.
 *
 * @param checked links that were checked
 * @param lastSequence the entry up to which the check got
 * @param lastHash its hash, hexadecimal: worth noting outside, since a chain that still holds it was not rewritten
 * @param complete true if the check reached the newest entry
 * @param broken the first break, or null if every link holds
 */
record AuditVerification(
        long checked,
        long lastSequence,
        String lastHash,
        boolean complete,
        @Nullable Break broken) {

    AuditVerification withChecked(long all) {
        return new AuditVerification(all, lastSequence, lastHash, complete, broken);
    }

    /**
     * Where the chain breaks.
     *
     * @param reason {@code missing}: the entry isn't there; {@code altered}: it is not what was hashed; {@code unlinked}:
     *     it doesn't follow the one before, or is not the head of the chain
     */
    record Break(long sequence, String reason) {}
}
