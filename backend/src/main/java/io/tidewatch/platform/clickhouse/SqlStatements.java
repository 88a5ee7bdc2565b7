package io.tidewatch.platform.clickhouse;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/** All statements of {@code resources/sql}, read and checked at start. */
@Singleton
@Startup
class SqlStatements {

    private static final String FOLDER = "sql";
    private static final String ENDING = ".sql";

    private final Map<String, SqlStatement> byName = new TreeMap<>();

    SqlStatements() {
        ClassPathFolder.read(FOLDER).forEach((file, text) -> {
            String name = file.substring(0, file.length() - ENDING.length());
            byName.put(name, SqlStatement.parse(name, text));
        });
    }

    SqlStatement get(String name) {
        SqlStatement statement = byName.get(name);
        if (statement == null) {
            throw new IllegalArgumentException("There is no statement sql/" + name + ENDING);
        }
        return statement;
    }
}
