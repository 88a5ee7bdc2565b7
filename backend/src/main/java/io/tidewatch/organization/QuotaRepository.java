package io.tidewatch.organization;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Limits of the organization whose transaction is open, by API key; {@code ""} is the organization itself. */
@ApplicationScoped
class QuotaRepository implements PanacheRepositoryBase<QuotaEntity, String> {}
