package io.tidewatch.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tidewatch.health.decision.HealthChecks;
import io.tidewatch.registry.ModelId;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Choices of health checks of the organization whose transaction is open. */
@ApplicationScoped
class HealthCheckRepository implements PanacheRepositoryBase<HealthCheckEntity, UUID> {

    private final ObjectMapper json;

    HealthCheckRepository(ObjectMapper json) {
        this.json = json;
    }

    /** What is in force for a model. */
    Uni<HealthCheckChoice> of(ModelId model) {
        return findById(model.value()).map(row -> row == null ? HealthCheckChoice.NONE : toDomain(row));
    }

    /**
     * Stores a choice. The model is locked, so that nobody else does the same.
     *
     * @param checks null goes back to the usual ones
     */
    Uni<HealthCheckChoice> store(ModelId model, @Nullable HealthChecks checks, Instant now, String by) {
        return findById(model.value()).chain(known -> {
            HealthCheckEntity row = known == null ? new HealthCheckEntity() : known;
            row.modelId = model.value();
            row.checks = checks == null ? null : toJson(HealthCheckSettings.from(checks));
            row.revision++;
            row.changedAt = now;
            row.changedBy = by;
            return (known == null ? persistAndFlush(row) : flush().replaceWith(row)).map(this::toDomain);
        });
    }

    private HealthCheckChoice toDomain(HealthCheckEntity row) {
        JsonObject checks = row.checks;
        return new HealthCheckChoice(
                checks == null
                        ? HealthChecks.DEFAULT
                        : json.convertValue(checks.getMap(), HealthCheckSettings.class)
                                .toChecks(),
                checks != null,
                row.revision,
                row.changedAt,
                row.changedBy);
    }

    @SuppressWarnings("unchecked")
    private JsonObject toJson(HealthCheckSettings settings) {
        return new JsonObject((Map<String, Object>) json.convertValue(settings, Map.class));
    }
}
