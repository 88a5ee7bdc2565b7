package io.tidewatch.ingestion.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the bytes of a log: what is read was written, and damage costs only what it touches. */
class FrameScannerPropertyTest {

    private static final int CASES = 12_000;

    @Test
    void aCutCostsTheFramesThatItTouchesAndNoOther() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < CASES; i++) {
            Log log = Log.random(random);
            int cut = random.nextInt(log.bytes.length + 1);
            byte[] left = java.util.Arrays.copyOf(log.bytes, cut);
            List<Long> expected = log.sequences.subList(0, log.framesBefore(cut));
            FrameScanner scanner = scanner(left);
            assertThat(readAll(scanner, cut)).isEqualTo(expected);
            assertThat(scanner.damages().isEmpty()).isEqualTo(log.isFrameEnd(cut));
        }
    }

    @Test
    void aFlippedBitCostsTheFrameThatItTouchesAndNoOther() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < CASES; i++) {
            Log log = Log.random(random);
            int at = random.nextInt(log.bytes.length);
            log.bytes[at] ^= (byte) (1 << random.nextInt(8));
            List<Long> expected = new ArrayList<>(log.sequences);
            expected.remove(log.framesBefore(at));
            FrameScanner scanner = scanner(log.bytes);
            assertThat(readAll(scanner, log.bytes.length)).isEqualTo(expected);
            assertThat(scanner.damages()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 4096, 70_000})
    void zerosAndNoiseAtTheEndAreNoFrames(int length) throws IOException {
        SplittableRandom random = new SplittableRandom(length);
        Log log = Log.random(random);
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        for (byte[] tail : List.of(new byte[length], noise)) {
            byte[] bytes = java.util.Arrays.copyOf(log.bytes, log.bytes.length + length);
            System.arraycopy(tail, 0, bytes, log.bytes.length, length);
            assertThat(readAll(scanner(bytes), bytes.length)).isEqualTo(log.sequences);
        }
    }

    @Test
    void halfAFrameThatIsStillBeingWrittenIsReadWhenItIsThere() throws IOException {
        Log log = Log.random(new SplittableRandom(3));
        FrameScanner scanner = scanner(log.bytes);
        List<Long> read = new ArrayList<>();
        for (int limit = 0; limit <= log.bytes.length; limit++) {
            for (Frame frame = scanner.next(limit, false); frame != null; frame = scanner.next(limit, false)) {
                read.add(frame.sequence());
            }
        }
        assertThat(read).isEqualTo(log.sequences);
        assertThat(scanner.damages()).isEmpty();
    }

    private static FrameScanner scanner(byte[] bytes) {
        return new FrameScanner(
                (position, into) ->
                        into.put(bytes, (int) position, (int) Math.min(into.remaining(), bytes.length - position)),
                0,
                0);
    }

    private static List<Long> readAll(FrameScanner scanner, long limit) throws IOException {
        List<Long> sequences = new ArrayList<>();
        for (Frame frame = scanner.next(limit, true); frame != null; frame = scanner.next(limit, true)) {
            sequences.add(frame.sequence());
        }
        return sequences;
    }

    /** Some frames; a few hold a copy of an earlier one, as hostile text could. */
    private record Log(byte[] bytes, List<Long> sequences, List<Integer> ends) {

        static Log random(SplittableRandom random) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            List<Long> sequences = new ArrayList<>();
            List<Integer> ends = new ArrayList<>();
            long sequence = random.nextLong(1, 1000);
            int frames = random.nextInt(1, 6);
            for (int i = 0; i < frames; i++) {
                byte[] payload = new byte[random.nextInt(200)];
                random.nextBytes(payload);
                if (random.nextInt(4) == 0 && out.size() > 0) {
                    payload = out.toByteArray();
                }
                ByteBuffer header = FrameFormat.header(Entries.of(1, payload), sequence);
                byte[] bytes = new byte[FrameFormat.HEADER_BYTES];
                header.get(0, bytes);
                out.writeBytes(bytes);
                out.writeBytes(payload);
                sequences.add(sequence);
                ends.add(out.size());
                sequence += random.nextLong(1, 1000);
            }
            return new Log(out.toByteArray(), sequences, ends);
        }

        int framesBefore(int position) {
            return (int) ends.stream().filter(end -> end <= position).count();
        }

        boolean isFrameEnd(int position) {
            return position == 0 || ends.contains(position);
        }
    }
}
