package io.tidewatch.profile;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** Row of baseline. The id is made before the values are written, which carry it. */
@Entity
@Immutable
@Table(name = "baseline")
@NullUnmarked // Hibernate fills the fields after construction.
class BaselineEntity {

    @Id
    UUID id;

    @Column(name = "model_id")
    UUID modelId;

    String name;

    String version;

    String environment;

    @Column(name = "window_from")
    Instant from;

    @Column(name = "window_to")
    Instant to;

    @Column(name = "prediction_count")
    long predictionCount;

    JsonObject profile;

    @Column(name = "pinned_at")
    Instant pinnedAt;

    @Column(name = "pinned_by")
    String pinnedBy;
}
