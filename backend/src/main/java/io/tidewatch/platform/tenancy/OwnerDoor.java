package io.tidewatch.platform.tenancy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** The one thing that only the owner role may do besides migrations: create an organization. Blocks; for start-up. */
@ApplicationScoped
public class OwnerDoor {

    private final AgroalDataSource owner;

    OwnerDoor(@DataSource("owner") AgroalDataSource owner) {
        this.owner = owner;
    }

    /**
     * Creates the organization, or finds the one that has this key already.
     *
     * @param id its id if it is new
     * @return the id that the organization with this key has
     */
    public OrganizationId provisionOrganization(OrganizationId id, String key, String name, Instant now) {
        try (Connection connection = owner.getConnection();
                PreparedStatement call = connection.prepareStatement("select provision_organization(?, ?, ?, ?)")) {
            call.setObject(1, id.value());
            call.setString(2, key);
            call.setString(3, name);
            call.setTimestamp(4, Timestamp.from(now));
            try (ResultSet result = call.executeQuery()) {
                result.next();
                return new OrganizationId(result.getObject(1, UUID.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Organization " + key + " can't be created", e);
        }
    }
}
