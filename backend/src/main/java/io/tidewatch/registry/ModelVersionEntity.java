package io.tidewatch.registry;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.NullUnmarked;

/** Row of model_version. */
@Entity
@Immutable
@Table(name = "model_version")
@NullUnmarked // Hibernate fills the fields after construction.
class ModelVersionEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "model_id")
    UUID modelId;

    String version;

    String description;

    @Column(name = "schema_id")
    int schemaId;

    JsonObject schema;

    JsonObject output;

    JsonObject parameters;

    JsonObject metrics;

    @Column(name = "trained_from")
    Instant trainedFrom;

    @Column(name = "trained_to")
    Instant trainedTo;

    @Column(name = "run_id")
    UUID runId;

    @Column(name = "created_at")
    Instant createdAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "schema_state")
    SchemaState schemaState;

    @Column(name = "earlier_schemas")
    JsonObject earlierSchemas;
}
