package io.tidewatch.onboarding;

import io.tidewatch.onboarding.decision.SetupStep;
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

/** Row of onboarding_skip. */
@Entity
@Table(name = "onboarding_skip")
@NullUnmarked // Hibernate fills the fields after construction.
class SkipEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "model_id")
    UUID modelId;

    @Enumerated(EnumType.STRING)
    SetupStep step;

    @Column(name = "skipped_at")
    Instant skippedAt;

    @Column(name = "skipped_by")
    String skippedBy;
}
