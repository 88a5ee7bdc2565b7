package io.tidewatch.clickhouse.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Data directories under {@code target}, emptied before use. */
final class TestDirectories {

    private TestDirectories() {}

    /** Data directory of {@link SharedEngine}. */
    static Path shared() {
        return path("shared");
    }

    static Path create(String name) {
        Path directory = path(name);
        try {
            if (Files.exists(directory)) {
                try (Stream<Path> files = Files.walk(directory)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String name) {
        return Path.of("target", "engines", name).toAbsolutePath();
    }
}
