package io.tidewatch.audit;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Row of audit_entry. The database fills sequence and hashes, so that no application can. */
@Entity
@Immutable
@Table(name = "audit_entry")
@NullUnmarked // Hibernate fills the fields after construction.
class AuditEntryEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(insertable = false, updatable = false)
    long sequence;

    Instant at;

    @Column(name = "actor_kind")
    String actorKind;

    @Column(name = "actor_id")
    String actorId;

    @Column(name = "actor_name")
    String actorName;

    String action;

    @Column(name = "resource_type")
    String resourceType;

    @Column(name = "resource_id")
    String resourceId;

    JsonObject before;

    JsonObject after;

    @Column(name = "remote_address")
    String remoteAddress;

    @Column(name = "user_agent")
    String userAgent;

    @Column(name = "trace_id")
    String traceId;

    @Column(insertable = false, updatable = false)
    byte[] hash;

    AuditEntry toDomain() {
        return new AuditEntry(
                id,
                sequence,
                at,
                actorKind,
                actorId,
                actorName,
                action,
                resourceType,
                resourceId,
                map(before),
                map(after),
                remoteAddress,
                userAgent,
                traceId,
                HexFormat.of().formatHex(hash));
    }

    private static @Nullable Map<String, Object> map(@Nullable JsonObject json) {
        return json == null ? null : json.getMap();
    }
}
