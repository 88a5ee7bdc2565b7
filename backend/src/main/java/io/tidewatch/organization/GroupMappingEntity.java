package io.tidewatch.organization;

import io.tidewatch.platform.security.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.NullUnmarked;

/** Row of group_mapping. */
@Entity
@Table(name = "group_mapping")
@NullUnmarked // Hibernate fills the fields after construction.
class GroupMappingEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    String issuer;

    @Column(name = "group_name")
    String groupName;

    @Column(name = "team_id")
    UUID teamId;

    @Enumerated(EnumType.STRING)
    Role role;

    @Column(name = "organization_admin")
    boolean organizationAdmin;

    @Column(name = "created_at")
    Instant createdAt;
}
