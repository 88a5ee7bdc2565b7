package io.tidewatch.organization;

import io.tidewatch.platform.tenancy.OrganizationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.NullUnmarked;

/** Row of organization. */
@Entity
@Table(name = "organization")
@NullUnmarked // Hibernate fills the fields after construction.
class OrganizationEntity {

    @Id
    @Column(name = "organization_id")
    UUID id;

    String key;

    String name;

    @Column(name = "models_visible_to_all_teams")
    boolean modelsVisibleToAllTeams;

    @Enumerated(EnumType.STRING)
    Accent accent;

    /** Nothing that anybody sees, so no change of the organization. */
    @Column(name = "bootstrap_digest")
    @OptimisticLock(excluded = true)
    String bootstrapDigest;

    @Version
    int revision;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    Organization toDomain() {
        return new Organization(
                new OrganizationId(id), key, name, modelsVisibleToAllTeams, accent, createdAt, updatedAt, revision);
    }
}
