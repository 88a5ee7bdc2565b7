package io.tidewatch.ingestion;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import io.tidewatch.registry.ModelTask;
import io.tidewatch.registry.ModelVersion;
import java.util.Map;

/**
 * What a parser must know about the model of a request.
 *
 * @param versions the registered versions by name
 */
record VersionCatalog(OrganizationId organization, ModelId model, ModelTask task, Map<String, ModelVersion> versions) {}
