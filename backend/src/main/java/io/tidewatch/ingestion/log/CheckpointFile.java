package io.tidewatch.ingestion.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Up to where a log is stored, and what its user wants to remember of that. Replaced as a whole, or not at all. */
final class CheckpointFile {

    private static final long MAGIC = 0x3154_4E49_4F50_4B43L;
    private static final int HEADER_BYTES = Long.BYTES + Integer.BYTES + Long.BYTES;

    private static final int RESERVE_BYTES = 1 << 18;

    private final Path path;
    private final Path reserve;
    private final LogFiles files;

    CheckpointFile(Path folder, LogFiles files) {
        this.path = folder.resolve("checkpoint");
        this.reserve = folder.resolve("reserve");
        this.files = files;
    }

    /** What was written last; null if there is nothing, or nothing that can be read. */
    @Nullable
    Checkpoint read() throws IOException {
        if (!Files.exists(path)) {
            return null;
        }
        byte[] content = Files.readAllBytes(path);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (content.length < HEADER_BYTES
                || bytes.getLong(0) != MAGIC
                || bytes.getInt(Long.BYTES) != checksum(content)) {
            return null;
        }
        return new Checkpoint(
                bytes.getLong(Long.BYTES + Integer.BYTES),
                ByteBuffer.wrap(content, HEADER_BYTES, content.length - HEADER_BYTES)
                        .slice());
    }

    /** Replaces the file; on a full disk, the space that was kept for it is used. */
    void write(Checkpoint checkpoint) throws IOException {
        try {
            replace(checkpoint);
        } catch (IOException e) {
            if (!Files.deleteIfExists(reserve)) {
                throw e;
            }
            replace(checkpoint);
        }
    }

    /** Keeps space for the next checkpoints, as far as there is any. */
    void reserve() {
        try {
            if (!Files.exists(reserve)) {
                Files.write(reserve, new byte[RESERVE_BYTES]);
            }
        } catch (IOException e) {
            try {
                Files.deleteIfExists(reserve);
            } catch (IOException ignored) {
                // Then there is none.
            }
        }
    }

    private void replace(Checkpoint checkpoint) throws IOException {
        byte[] content = new byte[HEADER_BYTES + checkpoint.state().remaining()];
        ByteBuffer bytes = ByteBuffer.wrap(content)
                .putLong(0, MAGIC)
                .putLong(Long.BYTES + Integer.BYTES, checkpoint.storedThrough());
        checkpoint
                .state()
                .duplicate()
                .get(content, HEADER_BYTES, checkpoint.state().remaining());
        bytes.putInt(Long.BYTES, checksum(content));
        Path part = path.resolveSibling("checkpoint.part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        files.syncFolder(path.resolveSibling(""));
    }

    private static int checksum(byte[] content) {
        CRC32C checksum = new CRC32C();
        int from = Long.BYTES + Integer.BYTES;
        checksum.update(content, from, content.length - from);
        return (int) checksum.getValue();
    }

    /**
     * A checkpoint.
     *
     * @param storedThrough every frame up to this number is stored
     * @param state what the user of the log remembers with it
     */
    record Checkpoint(long storedThrough, ByteBuffer state) {}
}
