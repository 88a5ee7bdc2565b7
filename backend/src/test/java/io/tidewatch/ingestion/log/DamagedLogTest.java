package io.tidewatch.ingestion.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every byte of a log of several files is flipped, and every file cut at every length: headers of files, headers of entries
 * with length and checksum, payloads, the places between entries, sealed files and the last one.
 */
class DamagedLogTest {

    private static final long NOW = 1_800_000_000_000L;
    private static final int ENTRIES = 12;

    @TempDir
    Path temporary;

    private final Map<Path, byte[]> files = new LinkedHashMap<>();
    private final List<Place> places = new ArrayList<>();
    private Path folder;

    /** Where an entry is. */
    private record Place(String text, Path file, int from, int to) {}

    @BeforeEach
    void write() throws Exception {
        folder = temporary.resolve("log");
        try (LogFolder opened = open()) {
            opened.recover(frame -> {});
            LogOptions options = new LogOptions(300, 1 << 20, 1 << 20);
            try (WriteAheadLog log = new WriteAheadLog(opened, options, () -> NOW, LogFiles.real()).start()) {
                for (int i = 0; i < ENTRIES; i++) {
                    String text = "entry " + i + "x".repeat(i);
                    log.append(text.length(), () -> Entries.of(text)).get(10, TimeUnit.SECONDS);
                    Path file = segments().getLast();
                    int end = (int) Files.size(file);
                    places.add(new Place(text, file, end - FrameFormat.HEADER_BYTES - text.length(), end));
                }
            }
        }
        for (Path file : segments()) {
            files.put(file, Files.readAllBytes(file));
        }
        assertThat(files).hasSizeGreaterThan(3);
        assertThat(places.getFirst().from).isEqualTo(SegmentHeader.BYTES);
    }

    @Test
    void aFlippedByteCostsTheEntryItIsInAndNoOther() throws IOException {
        int cases = 0;
        for (Map.Entry<Path, byte[]> entry : files.entrySet()) {
            Path file = entry.getKey();
            for (int at = 0; at < entry.getValue().length; at++) {
                byte[] bytes = entry.getValue().clone();
                bytes[at] ^= (byte) (1 << (at % Byte.SIZE));
                Files.write(file, bytes);
                int hit = at;
                assertLeft(
                        places.stream()
                                .filter(place -> !(place.file.equals(file) && place.from <= hit && hit < place.to))
                                .toList(),
                        // A broken header of a file costs nothing: entries have checksums of their own.
                        at >= SegmentHeader.BYTES);
                cases++;
            }
            Files.write(file, entry.getValue());
        }
        System.out.printf("%d flipped bytes in %d files: every entry that was not hit is kept%n", cases, files.size());
    }

    @Test
    void aCutCostsTheEntriesBehindItInTheSameFile() throws IOException {
        int cases = 0;
        for (Map.Entry<Path, byte[]> entry : files.entrySet()) {
            Path file = entry.getKey();
            for (int size = 0; size < entry.getValue().length; size++) {
                Files.write(file, java.util.Arrays.copyOf(entry.getValue(), size));
                int end = size;
                boolean between = size <= SegmentHeader.BYTES
                        || places.stream().anyMatch(place -> place.file.equals(file) && place.to == end);
                assertLeft(
                        places.stream()
                                .filter(place -> !(place.file.equals(file) && place.to > end))
                                .toList(),
                        !between);
                Files.write(file, entry.getValue());
                cases++;
            }
        }
        System.out.printf("%d cuts of %d files: every entry before them is kept%n", cases, files.size());
    }

    @Test
    void aDamagedLogIsWrittenOn() throws Exception {
        Path last = segments().getLast();
        Files.write(last, java.util.Arrays.copyOf(files.getOrDefault(last, new byte[0]), SegmentHeader.BYTES + 10));
        try (LogFolder opened = open()) {
            opened.recover(frame -> {});
            LogOptions options = new LogOptions(300, 1 << 20, 1 << 20);
            try (WriteAheadLog log = new WriteAheadLog(opened, options, () -> NOW, LogFiles.real()).start()) {
                log.append(5, () -> Entries.of("after")).get(10, TimeUnit.SECONDS);
            }
        }
        List<String> texts = new ArrayList<>();
        try (LogFolder opened = open()) {
            opened.recover(recovered -> texts.add(Entries.text(recovered.frame())));
        }
        assertThat(texts).endsWith("after").hasSizeGreaterThan(ENTRIES / 2).doesNotHaveDuplicates();
    }

    private void assertLeft(List<Place> expected, boolean damaged) throws IOException {
        List<String> texts = new ArrayList<>();
        try (LogFolder opened = open()) {
            long bytes = opened.recover(recovered -> texts.add(Entries.text(recovered.frame())));
            assertThat(bytes > 0).isEqualTo(damaged);
        }
        assertThat(texts).isEqualTo(expected.stream().map(Place::text).toList());
    }

    private LogFolder open() throws IOException {
        LogFolder opened = LogFolder.open(folder, LogFiles.real());
        assertThat(opened).isNotNull();
        return opened;
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Segment::isSegment).sorted().toList();
        }
    }
}
