package io.tidewatch.load;

import io.tidewatch.local.LocalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Erasures of entities, asked for where the API keeps them: only people may ask, and nobody signs in here. */
final class Erasures {

    private Erasures() {}

    /** Asks for the erasure of an entity. */
    static void request(Product product, String entity) throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = connect(product)) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO erasure (id, kind, status, subject, subject_hash,"
                            + " requested_by, requested_at, due_at) VALUES (?, 'ENTITY', 'REQUESTED', ?, ?, 'load', now(), now())")) {
                insert.setObject(1, id);
                insert.setString(2, entity);
                insert.setString(3, entity);
                insert.executeUpdate();
            }
            try (PreparedStatement enqueue = connection.prepareStatement("SELECT enqueue_job('erasure', ?, now())")) {
                enqueue.setObject(1, id);
                enqueue.execute();
            }
        }
    }

    /** True if nothing of the entity is left, and the record says so. */
    static boolean isFinished(Product product, String entity) throws SQLException {
        try (Connection connection = connect(product);
                PreparedStatement query =
                        connection.prepareStatement("SELECT status FROM erasure WHERE subject_hash = ?")) {
            query.setString(1, entity);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getString(1).equals("FINISHED");
            }
        }
    }

    private static Connection connect(Product product) throws SQLException {
        LocalPostgres postgres = product.stack().postgres();
        Connection connection = DriverManager.getConnection(
                postgres.jdbcUrl(),
                postgres.owner().username(),
                postgres.owner().password());
        String organization = product.engine()
                .run("SELECT any(organization_id) FROM prediction_index")
                .getFirst();
        try (PreparedStatement enter = connection.prepareStatement("SELECT set_config('app.organization', ?, false)")) {
            enter.setString(1, organization);
            enter.execute();
        }
        return connection;
    }
}
