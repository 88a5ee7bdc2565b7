package io.tidewatch.sdk.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.tidewatch.sdk.Histories;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final long MANY = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void givesBackInOrderWhatItTook() throws IOException {
        try (Spool spool = open(MANY)) {
            spool.append(frames("a", "b"));
            spool.append(frames("c"));

            assertThat(spool.events()).isEqualTo(3);
            assertThat(texts(spool.peek(2, MANY))).containsExactly("a", "b");
            assertThat(texts(spool.peek(2, MANY))).containsExactly("a", "b");
            spool.remove(spool.peek(2, MANY));
            assertThat(texts(spool.peek(2, MANY))).containsExactly("c");
            spool.remove(spool.peek(2, MANY));
            assertThat(spool.events()).isZero();
            assertThat(spool.peek(2, MANY)).isEmpty();
            assertThat(segments()).isEmpty();
        }
    }

    @Test
    void keepsTheKindOfEachFrame() throws IOException {
        byte[] content = {1, 2, 3, 4};
        try (Spool spool = open(MANY)) {
            spool.append(List.of(new Frame((byte) 0, content, 0, 2), new Frame((byte) 1, content, 2, 2)));
            List<Frame> frames = spool.peek(9, MANY);

            assertThat(frames).extracting(Frame::kind).containsExactly((byte) 0, (byte) 1);
        }
    }

    @Test
    void stopsPeekingWhenThereIsEnough() throws IOException {
        try (Spool spool = open(MANY)) {
            spool.append(frames("aaaa", "bbbb", "cccc"));
            assertThat(texts(spool.peek(9, 5))).containsExactly("aaaa", "bbbb");
        }
    }

    @Test
    void survivesARestart() throws IOException {
        try (Spool spool = open(MANY)) {
            spool.append(frames("a", "b", "c"));
        }
        try (Spool spool = open(MANY)) {
            assertThat(spool.events()).isEqualTo(3);
            spool.append(frames("d"));
            assertThat(drain(spool)).containsExactly("a", "b", "c", "d");
        }
    }

    @Test
    void usesATornSegmentUpToTheTear() throws IOException {
        try (Spool spool = open(MANY)) {
            spool.append(frames("whole", "torn"));
        }
        Path segment = segments().get(0);
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.setLength(file.length() - 1);
        }
        try (Spool spool = Spool.open(folder, MANY)) {
            assertThat(spool.recover()).isEqualTo("torn".length() + FrameFormat.OVERHEAD - 1);
            assertThat(drain(spool)).containsExactly("whole");
        }
    }

    @Test
    void usesADamagedSegmentUpToTheDamage() throws IOException {
        try (Spool spool = open(MANY)) {
            spool.append(frames("good", "damaged", "behind"));
        }
        Path segment = segments().get(0);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[Segment.HEADER + FrameFormat.OVERHEAD + 4 + FrameFormat.OVERHEAD] ^= 1;
        Files.write(segment, bytes);
        try (Spool spool = open(MANY)) {
            assertThat(drain(spool)).containsExactly("good");
        }
    }

    @Test
    void saysHowManyEventsAreLostWhenASegmentGoesBadUnderIt() throws IOException {
        try (Spool spool = open(MANY)) {
            spool.append(frames("a", "b", "c"));
            Files.write(segments().get(0), new byte[100]);

            assertThatThrownBy(() -> spool.peek(9, MANY))
                    .isInstanceOfSatisfying(
                            SpoolDamagedException.class,
                            e -> assertThat(e.lostEvents()).isEqualTo(3));
            assertThat(spool.events()).isZero();
            spool.append(frames("d"));
            assertThat(drain(spool)).containsExactly("d");
        }
    }

    @Test
    void repeatsRatherThanLosesIfTheNotedPositionIsWrong() throws IOException {
        try (Spool spool = open(MANY)) {
            spool.append(frames("a", "b", "c"));
            spool.remove(spool.peek(1, MANY));
        }
        Path segment = segments().get(0);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[Segment.HEADER - 1]++;
        Files.write(segment, bytes);
        try (Spool spool = open(MANY)) {
            assertThat(drain(spool)).containsExactly("a", "b", "c");
        }
    }

    @Test
    void ignoresFilesThatAreNotSegments() throws IOException {
        Files.createDirectories(folder.resolve("0"));
        Files.writeString(folder.resolve("0/000000000000000007.spool"), "something else entirely");
        try (Spool spool = Spool.open(folder, MANY)) {
            assertThat(spool.recover()).isPositive();
            spool.append(frames("a"));
            assertThat(drain(spool)).containsExactly("a");
        }
    }

    @Test
    void staysWithinItsSize() throws IOException {
        long limit = 16 * 1024;
        List<Frame> batch = frames("x".repeat(1000));
        int taken = 0;
        try (Spool spool = open(limit)) {
            while (spool.hasRoomFor(1000, 1)) {
                spool.append(batch);
                taken++;
                assertThat(bytesOnDisk()).isLessThanOrEqualTo(limit);
            }
            assertThat(taken).isBetween(14, 16);
            spool.remove(spool.peek(4, MANY));
            assertThat(spool.hasRoomFor(1000, 1)).isTrue();
        }
    }

    @Test
    void clientsThatShareAFolderDoNotShareFiles() throws IOException {
        try (Spool first = open(MANY);
                Spool second = open(MANY)) {
            first.append(frames("first"));
            second.append(frames("second"));

            assertThat(drain(first)).containsExactly("first");
            assertThat(drain(second)).containsExactly("second");
        }
    }

    @Test
    void takesOverWhatAnEndedClientHasLeft() throws IOException {
        try (Spool first = open(MANY);
                Spool second = open(MANY)) {
            first.append(frames("of the first"));
            second.append(frames("of the second"));
        }
        try (Spool heir = open(MANY)) {
            assertThat(drain(heir)).containsExactly("of the first", "of the second");
        }
    }

    @Test
    void leavesToRunningClientsWhatIsTheirs() throws IOException {
        try (Spool first = open(MANY)) {
            first.append(frames("mine"));
            try (Spool second = open(MANY)) {
                assertThat(second.events()).isZero();
            }
            assertThat(drain(first)).containsExactly("mine");
        }
    }

    @Test
    void behavesLikeAQueueThroughRestarts() {
        qt().withExamples(Histories.examples(40))
                .forAll(lists().of(integers().between(0, 9)).ofSizeBetween(0, 60))
                .checkAssert(this::followsModel);
    }

    /** 0..4 append, 5..7 remove, 8..9 restart. */
    private void followsModel(List<Integer> operations) {
        try {
            deleteAll();
            Deque<String> model = new ArrayDeque<>();
            int next = 0;
            Spool spool = open(8 * 1024);
            for (int operation : operations) {
                if (operation < 5) {
                    List<String> texts = IntStream.range(next, next + operation + 1)
                            .mapToObj(i -> i + "-".repeat(operation * 40))
                            .toList();
                    if (spool.hasRoomFor(texts.stream().mapToInt(String::length).sum(), texts.size())) {
                        next += texts.size();
                        spool.append(frames(texts.toArray(String[]::new)));
                        model.addAll(texts);
                    }
                } else if (operation < 8) {
                    List<Frame> peeked = spool.peek(operation, MANY);
                    assertThat(texts(peeked)).isEqualTo(first(model, peeked.size()));
                    assertThat(peeked.isEmpty()).isEqualTo(model.isEmpty());
                    for (int i = 0; i < peeked.size(); i++) {
                        model.remove();
                    }
                    if (!peeked.isEmpty()) {
                        spool.remove(peeked);
                    }
                } else {
                    spool.close();
                    spool = open(8 * 1024);
                }
                assertThat(spool.events()).isEqualTo(model.size());
            }
            assertThat(drain(spool)).isEqualTo(List.copyOf(model));
            spool.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Spool open(long maxBytes) throws IOException {
        Spool spool = Spool.open(folder, maxBytes);
        spool.recover();
        return spool;
    }

    private static List<String> drain(Spool spool) throws IOException {
        List<String> all = new ArrayList<>();
        for (List<Frame> frames = spool.peek(3, MANY); !frames.isEmpty(); frames = spool.peek(3, MANY)) {
            all.addAll(texts(frames));
            spool.remove(frames);
        }
        return all;
    }

    private static List<String> first(Deque<String> model, int count) {
        return model.stream().limit(count).toList();
    }

    private static List<Frame> frames(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .map(bytes -> new Frame((byte) 0, bytes, 0, bytes.length))
                .toList();
    }

    private static List<String> texts(List<Frame> frames) {
        return frames.stream()
                .map(frame -> new String(frame.array(), frame.offset(), frame.length(), StandardCharsets.UTF_8))
                .toList();
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".spool"))
                    .sorted()
                    .toList();
        }
    }

    private long bytesOnDisk() throws IOException {
        long sum = 0;
        for (Path segment : segments()) {
            sum += Files.size(segment);
        }
        return sum;
    }

    private void deleteAll() throws IOException {
        for (Path segment : segments()) {
            Files.delete(segment);
        }
    }
}
