package io.tidewatch.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** PostgreSQL behind the backend's back. */
public final class Database implements AutoCloseable {

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** As the superuser, to whom row-level security doesn't apply. */
    public static Database asSuperuser() throws SQLException {
        return new Database(DriverManager.getConnection(config(TestStack.SUPERUSER_URL)));
    }

    /** As the role of the backend. */
    public static Database asApplication() throws SQLException {
        return new Database(DriverManager.getConnection(
                config("quarkus.datasource.owner.jdbc.url"),
                config("quarkus.datasource.username"),
                config("quarkus.datasource.password")));
    }

    /** The first column of every row, as text. */
    public List<String> column(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }

    /** The only value of a statement, as text. */
    public String value(String sql) throws SQLException {
        return column(sql).getFirst();
    }

    /** Runs a statement. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
