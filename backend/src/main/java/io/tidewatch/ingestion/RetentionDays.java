package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;

/** How long the events of a model are kept. Implemented by the feature that owns the settings. */
public interface RetentionDays {

    /** Days for events that arrive now: 7, 30, 90 or 400. Known in memory but for the first request of a model. */
    Uni<Integer> of(OrganizationId organization, ModelId model);
}
