package io.tidewatch.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** Row of organization_issuer. */
@Entity
@Table(name = "organization_issuer")
@NullUnmarked // Hibernate fills the fields after construction.
class OrganizationIssuerEntity {

    @Id
    String issuer;
}
