package io.tidewatch.registry;

import io.tidewatch.platform.security.TeamId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.NullUnmarked;

/** Row of registered_model. */
@Entity
@Table(name = "registered_model")
@NullUnmarked // Hibernate fills the fields after construction.
class RegisteredModelEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    String key;

    String name;

    String description;

    @Enumerated(EnumType.STRING)
    ModelTask task;

    @Column(name = "team_id")
    UUID teamId;

    @Version
    int revision;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    RegisteredModel toDomain(Set<TeamId> sharedWith) {
        return new RegisteredModel(
                new ModelId(id),
                key,
                name,
                description,
                task,
                new TeamId(teamId),
                sharedWith,
                createdAt,
                updatedAt,
                revision);
    }
}
