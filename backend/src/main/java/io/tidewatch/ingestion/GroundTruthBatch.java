package io.tidewatch.ingestion;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import java.time.Instant;
import java.util.List;

/** The good ground truth of one request. */
record GroundTruthBatch(
        OrganizationId organization, ModelId model, Instant receivedAt, int retentionDays, List<GroundTruth> truths) {

    GroundTruthBatch {
        truths = List.copyOf(truths);
    }
}
