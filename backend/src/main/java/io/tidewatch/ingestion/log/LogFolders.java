package io.tidewatch.ingestion.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The logs of all backends that share a volume: one folder each, below one root. */
public final class LogFolders {

    private static final String PREFIX = "log-";

    private final Path root;
    private final LogFiles files;

    public LogFolders(Path root, LogFiles files) {
        this.root = root.toAbsolutePath();
        this.files = files;
    }

    /** Locks the first folder that nobody holds, or a new one. */
    public LogFolder own() throws IOException {
        Files.createDirectories(root);
        for (int number = 0; ; number++) {
            LogFolder folder = LogFolder.open(root.resolve(PREFIX + number), files);
            if (folder != null) {
                files.syncFolder(root);
                return folder;
            }
        }
    }

    /** Locks a folder that a backend has left for good; null if there is none. */
    public @Nullable LogFolder left() throws IOException {
        for (Path path : all()) {
            LogFolder folder = LogFolder.open(path, files);
            if (folder != null) {
                return folder;
            }
        }
        return null;
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> found = Files.list(root)) {
            return new ArrayList<>(
                    found.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                            .filter(LogFolder::isLog)
                            .sorted()
                            .toList());
        }
    }
}
