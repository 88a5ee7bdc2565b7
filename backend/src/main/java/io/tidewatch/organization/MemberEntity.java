package io.tidewatch.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Row of member. */
@Entity
@Table(name = "member")
@NullUnmarked // Hibernate fills the fields after construction.
class MemberEntity {

    @Id
    @Column(name = "user_id")
    UUID userId;

    String issuer;

    String subject;

    @Enumerated(EnumType.STRING)
    MemberKind kind;

    String name;

    String email;

    @Column(name = "groups")
    String[] groups;

    @Column(name = "first_seen_at")
    Instant firstSeenAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;
}
