package io.tidewatch.organization;

import io.tidewatch.platform.security.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Row of membership. */
@Entity
@Table(name = "membership")
@IdClass(MembershipEntity.Key.class)
@NullUnmarked // Hibernate fills the fields after construction.
class MembershipEntity {

    @Id
    @Column(name = "team_id")
    UUID teamId;

    @Id
    @Column(name = "user_id")
    UUID userId;

    @Enumerated(EnumType.STRING)
    Role role;

    @Column(name = "created_at")
    Instant createdAt;

    /** The key of a membership within its organization. */
    record Key(UUID teamId, UUID userId) {}
}
