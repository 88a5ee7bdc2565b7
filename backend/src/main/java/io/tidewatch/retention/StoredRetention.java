package io.tidewatch.retention;

import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.IngestionConfig;
import io.tidewatch.ingestion.RetentionDays;
import io.tidewatch.platform.tenancy.OrganizationCache;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.tidewatch.registry.ModelId;
import io.tidewatch.retention.Retention.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Reads retention settings, with a memory of a few seconds for those who store events. */
@ApplicationScoped
class StoredRetention implements RetentionDays {

    /** How long events may still be stored with a setting that was just changed. */
    static final Duration KEPT = Duration.ofSeconds(5);

    private final OrganizationCache<Map<String, Integer>> settings;
    private final int serverDays;

    StoredRetention(TenantSession sessions, RetentionRepository repository, IngestionConfig config, Clock clock) {
        this.settings = new OrganizationCache<>(
                organization -> sessions.inOrganization(organization, session -> repository.daysById()), KEPT, clock);
        this.serverDays = Integer.parseInt(config.retentionDays());
    }

    @Override
    public Uni<Integer> of(OrganizationId organization, ModelId model) {
        return settings.get(organization)
                .map(days -> resolve(days, model.value().toString()).days());
    }

    /** What is in force for a model, or with the id of the organization's setting for models without one. */
    Retention resolve(Map<String, Integer> days, String id) {
        Integer own = days.get(id);
        if (own != null && !id.equals(RetentionSettingEntity.ORGANIZATION)) {
            return new Retention(own, Source.MODEL);
        }
        Integer ofOrganization = days.get(RetentionSettingEntity.ORGANIZATION);
        return ofOrganization == null
                ? new Retention(serverDays, Source.SERVER)
                : new Retention(ofOrganization, Source.ORGANIZATION);
    }

    /** Lets a change take effect on this backend at once. */
    void forget(OrganizationId organization) {
        settings.forget(organization);
    }
}
