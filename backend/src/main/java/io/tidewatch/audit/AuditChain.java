package io.tidewatch.audit;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.tenancy.Doors;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks an organization's chain of audit entries link by link. The database computes the hashes, in pieces of bounded size
 * and time, so that a chain of any length needs no more memory than a short one.
 */
@ApplicationScoped
class AuditChain {

    /** Links of one statement: well below its time limit. */
    static final int PIECE = 5_000;

    /** Links of one request, which is then asked to go on. */
    private static final int MAX_CHECKED = 100_000;

    private final TenantSession sessions;
    private final Doors doors;

    AuditChain(TenantSession sessions, Doors doors) {
        this.sessions = sessions;
        this.doors = doors;
    }

    /**
     * Checks the links after an entry.
     *
     * @param after sequence of an entry that was checked before; 0 to begin
     */
    Uni<AuditVerification> verify(OrganizationId organization, long after) {
        return verify(organization, after, 0);
    }

    private Uni<AuditVerification> verify(OrganizationId organization, long after, long checkedBefore) {
        return piece(organization, after).chain(piece -> {
            long checked = checkedBefore + piece.checked();
            AuditVerification soFar = piece.withChecked(checked);
            boolean goOn = piece.broken() == null && !piece.complete() && checked < MAX_CHECKED;
            return goOn
                    ? verify(organization, piece.lastSequence(), checked)
                    : Uni.createFrom().item(soFar);
        });
    }

    private Uni<AuditVerification> piece(OrganizationId organization, long after) {
        return sessions.inOrganization(
                        organization, session -> doors.textWithin(session, "audit_chain_check", List.of(after, PIECE)))
                .map(text -> verification(new JsonObject(text)));
    }

    private static AuditVerification verification(JsonObject piece) {
        return new AuditVerification(
                piece.getLong("entries"),
                piece.getLong("lastSequence"),
                piece.getString("lastHash"),
                piece.getBoolean("complete"),
                broken(piece));
    }

    private static AuditVerification.@Nullable Break broken(JsonObject piece) {
        Long sequence = piece.getLong("brokenSequence");
        return sequence == null ? null : new AuditVerification.Break(sequence, piece.getString("brokenReason"));
    }
}
