package io.tidewatch.retention;

import io.tidewatch.retention.Erasure.Kind;
import io.tidewatch.retention.Erasure.Status;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Row of erasure. */
@Entity
@Table(name = "erasure")
@NullUnmarked // Hibernate fills the fields after construction.
class ErasureEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated(EnumType.STRING)
    Status status;

    String subject;

    @Column(name = "subject_hash")
    String subjectHash;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "erased_before")
    Instant erasedBefore;

    @Column(name = "counts_before")
    JsonObject countsBefore;

    @Column(name = "counts_after")
    JsonObject countsAfter;

    @Column(name = "verified_at")
    Instant verifiedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    Erasure toDomain() {
        return new Erasure(
                id,
                kind,
                status,
                subjectHash,
                requestedAt,
                dueAt,
                erasedBefore,
                counts(countsBefore),
                counts(countsAfter),
                verifiedAt,
                finishedAt);
    }

    static JsonObject json(Map<String, Long> counts) {
        JsonObject json = new JsonObject();
        counts.forEach(json::put);
        return json;
    }

    private static @Nullable Map<String, Long> counts(@Nullable JsonObject json) {
        if (json == null) {
            return null;
        }
        Map<String, Long> counts = new TreeMap<>();
        json.fieldNames().forEach(name -> counts.put(name, json.getLong(name)));
        return counts;
    }
}
