package io.tidewatch.registry;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.tenancy.OrganizationId;
import java.util.UUID;

/** Which runs a model has: what versions, which may name the run that made them, need to know of runs. */
public interface RunDirectory {

    /** Whether the model has a run with this id. */
    Uni<Boolean> exists(OrganizationId organization, ModelId model, UUID run);
}
