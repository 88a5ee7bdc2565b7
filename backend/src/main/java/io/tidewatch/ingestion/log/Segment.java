package io.tidewatch.ingestion.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One file of the log. Its name is the smallest number that a frame of it may have. */
final class Segment {

    private static final String ENDING = ".log";

    private final Path path;
    private final SegmentHeader header;
    private volatile long end;
    private volatile long lastSequence;
    private volatile boolean sealed;

    Segment(Path path, SegmentHeader header, long end, boolean sealed) {
        this.path = path;
        this.header = header;
        this.end = end;
        this.sealed = sealed;
        this.lastSequence = header.firstSequence() - 1;
    }

    /** Path of a segment in a folder. */
    static Path path(Path folder, long firstSequence) {
        return folder.resolve(String.format(Locale.ROOT, "%019d%s", firstSequence, ENDING));
    }

    static boolean isSegment(Path file) {
        return file.getFileName().toString().matches("\\d{19}\\.log");
    }

    /** A segment that was left by an earlier run; null if it is so short that it never held anything. */
    static @Nullable Segment left(Path path) throws IOException {
        long size = Files.size(path);
        if (size < SegmentHeader.BYTES) {
            return null;
        }
        SegmentHeader header;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(SegmentHeader.BYTES);
            fill(channel, 0, bytes);
            header = SegmentHeader.read(bytes);
        }
        if (header == null) {
            // Its frames carry checksums of their own, so they can be trusted without it.
            String name = path.getFileName().toString();
            long first = Long.parseLong(name.substring(0, name.length() - ENDING.length()));
            header = new SegmentHeader(first, first, first >> WriteAheadLog.COUNTER_BITS);
        }
        return new Segment(path, header, size, true);
    }

    static void fill(FileChannel channel, long position, ByteBuffer into) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                return;
            }
            at += read;
        }
    }

    Path path() {
        return path;
    }

    SegmentHeader header() {
        return header;
    }

    /** End of what may be read: everything before it is durable. */
    long end() {
        return end;
    }

    /** Largest number of a frame in it. */
    long lastSequence() {
        return lastSequence;
    }

    /** True if nothing will be appended any more. */
    boolean isSealed() {
        return sealed;
    }

    void grown(long newEnd, long newLastSequence) {
        lastSequence = newLastSequence;
        end = newEnd;
    }

    void seal() {
        sealed = true;
    }
}
