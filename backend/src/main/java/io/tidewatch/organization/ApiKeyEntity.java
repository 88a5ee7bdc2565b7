package io.tidewatch.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Row of api_key. */
@Entity
@Table(name = "api_key")
@NullUnmarked // Hibernate fills the fields after construction.
class ApiKeyEntity {

    @Id
    String id;

    @Column(name = "team_id")
    UUID teamId;

    String name;

    @Column(name = "secret_hash")
    byte[] secretHash;

    String[] scopes;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    @Column(name = "rotated_at")
    Instant rotatedAt;

    @Column(name = "previous_secret_hash")
    byte[] previousSecretHash;

    @Column(name = "previous_secret_until")
    Instant previousSecretUntil;

    @Column(name = "previous_secret_used_at")
    Instant previousSecretUsedAt;

    /** True if the key is refused for good. */
    boolean hasEnded(Instant now) {
        return revokedAt != null || (expiresAt != null && !now.isBefore(expiresAt));
    }
}
