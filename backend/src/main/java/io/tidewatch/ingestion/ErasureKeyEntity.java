package io.tidewatch.ingestion;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** Row of erasure_key. */
@Entity
@Table(name = "erasure_key")
@NullUnmarked // Hibernate fills the fields after construction.
class ErasureKeyEntity {

    /** There is one key per organization. */
    static final String ID = "key";

    @Id
    String id;

    byte[] key;
}
