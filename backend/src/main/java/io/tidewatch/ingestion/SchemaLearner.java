package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.registry.InferredSchemaService;
import io.tidewatch.registry.decision.VersionEvidence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Lets events of a model without a settled schema make or widen it before they are read, so that the first events of a
 * newcomer are kept and none is refused for a guess that was too narrow.
 */
@ApplicationScoped
class SchemaLearner {

    private final InferredSchemaService schemas;

    SchemaLearner(InferredSchemaService schemas) {
        this.schemas = schemas;
    }

    /** True if events must be looked at first. */
    boolean isOpen(VersionCatalog catalog) {
        return InferredSchemaService.isOpen(catalog.versions());
    }

    /** The model with versions that take the events seen, as far as they can be taken. */
    Uni<VersionCatalog> learn(
            Caller caller, String modelKey, VersionCatalog catalog, Map<String, VersionEvidence> seen) {
        if (InferredSchemaService.isCovered(catalog.task(), catalog.versions(), seen)) {
            return Uni.createFrom().item(catalog);
        }
        return schemas.learn(caller, modelKey, seen).map(versions -> IngestionTargets.with(catalog, versions));
    }
}
