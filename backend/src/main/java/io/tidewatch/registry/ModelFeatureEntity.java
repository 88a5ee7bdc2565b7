package io.tidewatch.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.NullUnmarked;

/** Row of model_feature. */
@Entity
@Immutable
@Table(name = "model_feature")
@NullUnmarked // Hibernate fills the fields after construction.
class ModelFeatureEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "model_id")
    UUID modelId;

    String name;

    @Enumerated(EnumType.STRING)
    FeatureType type;

    @Enumerated(EnumType.STRING)
    FeatureStorage storage;

    int position;
}
