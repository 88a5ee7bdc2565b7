package io.tidewatch.health;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Row of health_check_choice. */
@Entity
@Table(name = "health_check_choice")
@NullUnmarked // Hibernate fills the fields after construction.
class HealthCheckEntity {

    @Id
    @Column(name = "model_id")
    UUID modelId;

    /** Null: back to the usual checks. */
    JsonObject checks;

    int revision;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;
}
