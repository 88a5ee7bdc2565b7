package io.tidewatch.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** Row of quota_usage. */
@Entity
@Table(name = "quota_usage")
@NullUnmarked // Hibernate fills the fields after construction.
class QuotaUsageEntity {

    @Id
    LocalDate month;

    long events;
}
