package io.tidewatch.audit;

import static io.tidewatch.access.AccessRow.operation;

import io.tidewatch.access.AccessRow;
import io.tidewatch.access.AccessRow.Elsewhere;
import java.util.List;

/** Who may call the operations of the audit. */
public final class AuditAccess {

    private AuditAccess() {}

    /** One row per operation. */
    public static List<AccessRow> rows() {
        return List.of(
                operation("listAuditEntries").otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("exportAuditEntriesAsCsv")
                        .header("Accept", "text/csv")
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("exportAuditEntriesAsNdjson")
                        .header("Accept", "application/x-ndjson")
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("verifyAuditEntries").otherOrganization(Elsewhere.SEES_HER_OWN));
    }
}
