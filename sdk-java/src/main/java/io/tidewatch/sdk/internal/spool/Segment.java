package io.tidewatch.sdk.internal.spool;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of the spool: a header, then frames. The header holds how far the file has been read, so that a restart does not
 * repeat what was delivered; it is written without waiting for the disk, because repeating is harmless and losing is not.
 *
 * <p>Files are read and written as streams, not as channels: an interrupt of the thread would close a channel under way.
 */
final class Segment {

    /** The name of the format, and the position of the first frame that has not been removed. */
    static final int HEADER = FrameFormat.MAGIC.length + Long.BYTES;

    private final Path path;
    private int end;
    private int readPosition;
    private int frames;

    private Segment(Path path, int end, int readPosition, int frames) {
        this.path = path;
        this.end = end;
        this.readPosition = readPosition;
        this.frames = frames;
    }

    /** Creates an empty file. */
    static Segment create(Path path) throws IOException {
        Files.createFile(path);
        Segment segment = new Segment(path, HEADER, HEADER, 0);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(FrameFormat.MAGIC);
            file.writeLong(HEADER);
        } catch (IOException e) {
            segment.deleteQuietly();
            throw e;
        }
        return segment;
    }

    /** Reads what is in a file up to the first damage, and cuts off the rest. */
    static Segment recover(Path path) throws IOException {
        Segment segment = new Segment(path, 0, 0, 0);
        byte[] content = segment.content();
        if (content.length < HEADER || !FrameFormat.isSegment(content)) {
            return segment;
        }
        long start = ByteBuffer.wrap(content).getLong(FrameFormat.MAGIC.length);
        int position = HEADER;
        int before = 0;
        int total = 0;
        for (Frame frame = FrameFormat.get(content, position);
                frame != null;
                frame = FrameFormat.get(content, position)) {
            if (position == start) {
                before = total;
                segment.readPosition = position;
            }
            position = frame.end();
            total++;
        }
        if (position == start) {
            before = total;
        }
        segment.readPosition = Math.max(segment.readPosition, HEADER);
        segment.frames = total - before;
        segment.end = position;
        if (content.length > position) {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                file.setLength(position);
            }
        }
        return segment;
    }

    Path path() {
        return path;
    }

    /** Where the next frame will be written, which is also the size of the file. */
    int end() {
        return end;
    }

    /** Where the first frame is that has not been removed. */
    int readPosition() {
        return readPosition;
    }

    /** Frames not yet removed. */
    int frames() {
        return frames;
    }

    byte[] content() throws IOException {
        try (FileInputStream in = new FileInputStream(path.toFile())) {
            return in.readAllBytes();
        }
    }

    /** Opens the file for writing at its end. */
    RandomAccessFile open() throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.seek(end);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return file;
    }

    void appended(int bytes, int newFrames) {
        end += bytes;
        frames += newFrames;
    }

    void removed(List<Frame> first) {
        frames -= first.size();
        readPosition = first.get(first.size() - 1).end();
    }

    /** Notes in the file how far it has been read. */
    void writeReadPosition() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(FrameFormat.MAGIC.length);
            file.writeLong(readPosition);
        }
    }

    /** The frame at that position, or null if there is none, or none that is intact. */
    static @Nullable Frame frame(byte[] content, int position, int end) {
        return position < end ? FrameFormat.get(content, position) : null;
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    void deleteQuietly() {
        try {
            delete();
        } catch (IOException e) {
            // The next process will look at it again.
        }
    }
}
