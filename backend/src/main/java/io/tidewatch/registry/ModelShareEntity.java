package io.tidewatch.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.NullUnmarked;

/** Row of registered_model_share. */
@Entity
@Table(name = "registered_model_share")
@NullUnmarked // Hibernate fills the fields after construction.
class ModelShareEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "model_id")
    UUID modelId;

    @Column(name = "team_id")
    UUID teamId;

    @Column(name = "created_at")
    Instant createdAt;
}
