package io.tidewatch.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read (mode 600), replaced as a whole so that no reader sees half of one. */
public final class PrivateFile {

    private PrivateFile() {}

    /**
     * Writes or replaces a file; missing folders are made, readable by the owner only.
     *
     * @throws UncheckedIOException when the disk refuses
     */
    public static void write(Path file, String content) {
        Path target = file.toAbsolutePath();
        Path folder = target.resolveSibling("");
        try {
            createFolder(folder);
            Path part = Files.createTempFile(
                    folder,
                    ".part-",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, content);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a folder (and its parents) that only its owner may enter; an existing one is left as it is.
     *
     * @throws UncheckedIOException when the disk refuses
     */
    public static void createFolder(Path folder) {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
