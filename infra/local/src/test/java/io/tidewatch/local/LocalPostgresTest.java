package io.tidewatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    Path folder;

    @Test
    void rolesAreSeparateAndDataOutlivesAKill() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(folder)) {
            try (Connection owner = postgres.connect(postgres.owner());
                    Statement statement = owner.createStatement()) {
                statement.execute("CREATE TABLE probe (id int)");
                statement.execute("GRANT SELECT ON probe TO tidewatch_app");
                statement.execute("INSERT INTO probe VALUES (7)");
            }
            postgres.process().kill();
        }

        try (LocalPostgres postgres = LocalPostgres.start(folder);
                Connection application = postgres.connect(postgres.application());
                Statement statement = application.createStatement()) {
            assertThat(single(statement, "SELECT id FROM probe")).isEqualTo("7");
            assertThat(single(statement, "SHOW statement_timeout")).isEqualTo("5s");
            assertThat(single(statement, "SHOW fsync")).isEqualTo("on");
            assertThatThrownBy(() -> statement.execute("INSERT INTO probe VALUES (8)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThat(single(statement, "SELECT rolbypassrls OR rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void passwordsAreNeededAndPrivate() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(folder, PostgresOptions.forTests())) {
            assertThatThrownBy(() -> postgres.connect(new LocalPostgres.Login("tidewatch_app", "guess")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.json"))))
                    .isEqualTo("rw-------");
        }
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
