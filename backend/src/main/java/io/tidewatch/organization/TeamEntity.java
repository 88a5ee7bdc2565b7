package io.tidewatch.organization;

import io.tidewatch.platform.security.TeamId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.NullUnmarked;

/** Row of team. */
@Entity
@Table(name = "team")
@NullUnmarked // Hibernate fills the fields after construction.
class TeamEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    String key;

    String name;

    @Column(name = "created_at")
    Instant createdAt;

    @Version
    int revision;

    Team toDomain() {
        return new Team(new TeamId(id), key, name, createdAt, revision);
    }
}
