package io.tidewatch.local.process;

import io.tidewatch.local.LocalStackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The folder in which large third-party parts are unpacked once per machine: {@code TIDEWATCH_PARTS}, or
 * {@code tidewatch} in the user's cache folder. The {@code tidewatch} script fills it.
 */
public final class PartsFolder {

    private PartsFolder() {}

    /** Where parts are on this machine. */
    public static Path path() {
        return path(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Path path(Map<String, String> environment, Path home) {
        String parts = environment.getOrDefault("TIDEWATCH_PARTS", "");
        if (!parts.isEmpty()) {
            return Path.of(parts).toAbsolutePath();
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (cache.isEmpty() ? home.resolve(".cache") : Path.of(cache)).resolve("tidewatch");
    }

    /**
     * The folder of a part that the script has installed.
     *
     * @throws LocalStackException when it is not there
     */
    public static Path require(String name) {
        Path folder = path().resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new LocalStackException(
                    name + " is not in " + path() + "; ./tidewatch up and ./tidewatch test install it.");
        }
        return folder;
    }

    /** Fills a new, empty folder. */
    @FunctionalInterface
    public interface Filler {
        /** Puts everything into the folder; it gets its final name only afterwards. */
        void fill(Path folder) throws IOException;
    }

    /**
     * The folder of a part that is made here; made on first use, complete or not at all, also when several processes
     * ask at the same time.
     *
     * @throws UncheckedIOException when the disk refuses
     */
    public static synchronized Path provide(String name, Filler filler) {
        Path folder = path().resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        PrivateFile.createFolder(path());
        Path lockFile = path().resolve(name + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(folder)) {
                Path part = path().resolve(name + ".part");
                Folders.delete(part);
                Files.createDirectory(part);
                filler.fill(part);
                Files.move(part, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
