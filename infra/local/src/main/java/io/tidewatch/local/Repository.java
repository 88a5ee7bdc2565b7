package io.tidewatch.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The checkout in which the packaged applications are. */
final class Repository {

    private Repository() {}

    /** The folder at or above the working directory that holds the Maven wrapper; the working directory if none does. */
    static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        return start;
    }
}
