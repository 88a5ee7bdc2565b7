package io.tidewatch.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Row of retention_setting. */
@Entity
@Table(name = "retention_setting")
@NullUnmarked // Hibernate fills the fields after construction.
class RetentionSettingEntity {

    /** Stands for all models without a setting of their own. */
    static final String ORGANIZATION = "";

    @Id
    String id;

    int days;

    @Column(name = "changed_at")
    Instant changedAt;
}
