package io.tidewatch.registry.run;

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
import org.jspecify.annotations.NullUnmarked;

/** Row of model_run. */
@Entity
@Immutable
@Table(name = "model_run")
@NullUnmarked // Hibernate fills the fields after construction.
class RunEntity {

    @Id
    UUID id;

    @Column(name = "model_id")
    UUID modelId;

    @Enumerated(EnumType.STRING)
    RunKind kind;

    @Enumerated(EnumType.STRING)
    RunStatus status;

    String name;

    @Column(name = "version_id")
    UUID versionId;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    JsonObject parameters;

    JsonObject metrics;

    @Column(name = "content_hash")
    byte[] contentHash;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;
}
