package io.tidewatch.sdk.internal.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one client. Several processes, and several clients in one, may be pointed at the same place: each locks a
 * numbered folder of its own, and takes over what a process that is no longer there has left in another.
 */
final class SpoolDirectory implements AutoCloseable {

    static final String SUFFIX = ".spool";

    private static final int MAX_CLIENTS = 256;
    private static final String LOCK = "lock";

    private final Path parent;
    private final Path path;
    private final FileChannel lockChannel;

    private SpoolDirectory(Path parent, Path path, FileChannel lockChannel) {
        this.parent = parent;
        this.path = path;
        this.lockChannel = lockChannel;
    }

    static SpoolDirectory claim(Path parent) throws IOException {
        for (int i = 0; i < MAX_CLIENTS; i++) {
            Path path = parent.resolve(Integer.toString(i));
            createPrivate(path);
            FileChannel channel = lock(path);
            if (channel != null) {
                return new SpoolDirectory(parent, path, channel);
            }
        }
        throw new IOException("more than " + MAX_CLIENTS + " clients use the spool directory " + parent);
    }

    Path path() {
        return path;
    }

    /** Segments in the folder, oldest first. */
    List<Path> segments() throws IOException {
        return segmentsIn(path);
    }

    /**
     * Moves in the segments that ended processes left behind, as long as all together stay within {@code room} bytes.
     *
     * @param firstNumber number of the first segment moved in; the others follow
     * @return the number after the last one
     */
    long adopt(long room, long firstNumber) throws IOException {
        long left = room;
        long number = firstNumber;
        for (Path other : siblings()) {
            try (FileChannel lock = lock(other)) {
                if (lock == null) {
                    continue;
                }
                for (Path segment : segmentsIn(other)) {
                    left -= Files.size(segment);
                    if (left < 0) {
                        return number;
                    }
                    Files.move(segment, segment(number++));
                }
            }
        }
        return number;
    }

    Path segment(long number) {
        // Zero-padded, so that names sort like numbers.
        String digits = "000000000000000000" + number;
        return path.resolve(digits.substring(digits.length() - 18) + SUFFIX);
    }

    static long number(Path segment) {
        String name = String.valueOf(segment.getFileName());
        try {
            return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Makes a new file name survive a power failure, where the file system allows to ask for it. */
    void sync() {
        try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Not possible on Windows, and not needed there.
        }
    }

    @Override
    public void close() throws IOException {
        lockChannel.close();
    }

    private List<Path> siblings() throws IOException {
        List<Path> siblings = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, Files::isDirectory)) {
            for (Path child : children) {
                if (!child.equals(path)) {
                    siblings.add(child);
                }
            }
        }
        Collections.sort(siblings);
        return siblings;
    }

    private static List<Path> segmentsIn(Path folder) throws IOException {
        List<Path> segments = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            files.forEach(segments::add);
        }
        Collections.sort(segments);
        return segments;
    }

    /** The channel that holds the lock of a folder, or null if somebody else does. */
    private static @Nullable FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another client in this very process.
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : channel;
    }

    /** Events may hold personal data: nobody else on the machine is to read them. */
    private static void createPrivate(Path folder) throws IOException {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (UnsupportedOperationException e) {
            Files.createDirectories(folder);
        }
    }
}
