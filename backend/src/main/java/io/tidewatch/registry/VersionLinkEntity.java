package io.tidewatch.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** Row of model_version without its schema, for where only the name is wanted. */
@Entity
@Immutable
@Table(name = "model_version")
@NullUnmarked // Hibernate fills the fields after construction.
class VersionLinkEntity {

    @Id
    UUID id;

    @Column(name = "model_id")
    UUID modelId;

    String version;

    @Column(name = "schema_id")
    int schemaId;

    @Column(name = "run_id")
    UUID runId;

    VersionLink toDomain() {
        return new VersionLink(id, version, runId);
    }
}
