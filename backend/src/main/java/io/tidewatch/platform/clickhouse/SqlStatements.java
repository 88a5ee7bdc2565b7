package io.tidewatch.platform.clickhouse;

import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All statements of {@code resources/sql}, read and checked at start. */
@Singleton
class SqlStatements {

    private static final String FOLDER = "sql";
    private static final String ENDING = ".sql";

    private final Map<String, SqlStatement> byName = new TreeMap<>();

    SqlStatements() {
        try {
            ClassPathUtils.consumeAsPaths(FOLDER, this::load);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SqlStatement get(String name) {
        SqlStatement statement = byName.get(name);
        if (statement == null) {
            throw new IllegalArgumentException("There is no statement sql/" + name + ENDING);
        }
        return statement;
    }

    int size() {
        return byName.size();
    }

    private void load(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                String name = path.substring(0, path.length() - ENDING.length());
                byName.put(name, SqlStatement.parse(name, Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
