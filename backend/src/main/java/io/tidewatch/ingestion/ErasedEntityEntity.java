package io.tidewatch.ingestion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Row of erased_entity. */
@Entity
@Table(name = "erased_entity")
@NullUnmarked // Hibernate fills the fields after construction.
class ErasedEntityEntity {

    @Id
    @Column(name = "entity_hash")
    String entityHash;

    @Column(name = "erased_before")
    Instant erasedBefore;
}
