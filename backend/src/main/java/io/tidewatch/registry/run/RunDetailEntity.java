package io.tidewatch.registry.run;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** Row of model_run_detail. */
@Entity
@Immutable
@Table(name = "model_run_detail")
@NullUnmarked // Hibernate fills the fields after construction.
class RunDetailEntity {

    @Id
    UUID id;

    JsonObject series;

    JsonObject profile;
}
