package io.tidewatch.platform.clickhouse;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the SQL files of a folder on the class path. */
final class ClassPathFolder {

    private static final String ENDING = ".sql";

    private ClassPathFolder() {}

    /** Text by path relative to the folder, with {@code /} between names, sorted. */
    static Map<String, String> read(String folder) {
        Map<String, String> files = new TreeMap<>();
        try {
            ClassPathUtils.consumeAsPaths(folder, root -> collect(root, files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static void collect(Path root, Map<String, String> into) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                into.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
