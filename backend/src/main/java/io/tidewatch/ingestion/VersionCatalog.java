package io.tidewatch.ingestion;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import io.tidewatch.registry.ModelTask;
import io.tidewatch.registry.ModelVersion;
import java.time.Instant;
import java.util.Map;

/**
 * What a parser must know about the model of a request.
 *
 * @param createdAt when the model was registered; no event is older than that
 * @param versions the registered versions by name
 */
record VersionCatalog(
        OrganizationId organization,
        ModelId model,
        ModelTask task,
        Instant createdAt,
        Map<String, ModelVersion> versions) {}
