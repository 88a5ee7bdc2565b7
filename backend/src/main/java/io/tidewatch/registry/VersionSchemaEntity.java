package io.tidewatch.registry;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The part of a row of model_version that changes while its schema is inferred. */
@Entity
@Table(name = "model_version")
@NullUnmarked // Hibernate fills the fields after construction.
class VersionSchemaEntity {

    @Id
    UUID id;

    @Column(name = "model_id", updatable = false)
    UUID modelId;

    @Column(updatable = false)
    String version;

    @Column(name = "schema_id")
    int schemaId;

    JsonObject schema;

    JsonObject output;

    @Enumerated(EnumType.STRING)
    @Column(name = "schema_state")
    SchemaState schemaState;

    @Column(name = "earlier_schemas")
    JsonObject earlierSchemas;
}
