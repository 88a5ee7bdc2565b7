package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.tidewatch.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

    private static final int MEGABYTE = 1_048_576;

    @Test
    void plainAndCompressedBodiesReadTheSame() throws IOException {
        byte[] text = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        BodyReader reader = new BodyReader(100, 200);
        assertThat(reader.open(new ByteArrayInputStream(text), null).readAllBytes())
                .isEqualTo(text);
        assertThat(reader.open(new ByteArrayInputStream(gzip(text)), " GZIP ").readAllBytes())
                .isEqualTo(text);
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithoutBeingReadToItsEnd() {
        BodyReader reader = new BodyReader(100, 200);
        assertTooLarge(
                () -> reader.open(new ByteArrayInputStream(new byte[101]), null).readAllBytes());
        assertTooLarge(() -> reader.open(new ByteArrayInputStream(gzip(new byte[101])), "gzip")
                .readAllBytes());
    }

    @Test
    void aBombIsRefusedByItsRatioBeforeItReachesTheLimit() {
        byte[] zeros = new byte[8 * MEGABYTE];
        assertTooLarge(() -> new BodyReader(Long.MAX_VALUE, 200)
                .open(new ByteArrayInputStream(gzip(zeros)), "gzip")
                .readAllBytes());
    }

    @Test
    void zstdIsReadUpToTheSameLimits() throws IOException {
        byte[] text = "{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(new BodyReader(100, 200)
                        .open(new ByteArrayInputStream(Zstd.compress(text)), "zstd")
                        .readAllBytes())
                .isEqualTo(text);
        assertTooLarge(() -> new BodyReader(100, 200)
                .open(new ByteArrayInputStream(Zstd.compress(new byte[101])), "zstd")
                .readAllBytes());
        byte[] bomb = Zstd.compress(new byte[8 * MEGABYTE]);
        assertTooLarge(() -> new BodyReader(Long.MAX_VALUE, 200)
                .open(new ByteArrayInputStream(bomb), "zstd")
                .readAllBytes());
        assertThatThrownBy(() -> new BodyReader(100, 200)
                        .open(new ByteArrayInputStream(text), "zstd")
                        .readAllBytes())
                .isInstanceOf(IOException.class);
        byte[] noise = new byte[2000];
        new java.util.SplittableRandom(1).nextBytes(noise);
        byte[] cut = Arrays.copyOf(Zstd.compress(noise), 1000);
        assertThatThrownBy(() -> new BodyReader(10_000, 200)
                        .open(new ByteArrayInputStream(cut), "zstd")
                        .readAllBytes())
                .isInstanceOf(IOException.class);
    }

    @Test
    void otherEncodingsAreRefused() {
        assertThatThrownBy(() -> new BodyReader(100, 200).open(new ByteArrayInputStream(new byte[1]), "br"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code().code()).isEqualTo("unsupported-media-type"));
    }

    @Test
    void aCutOffBodyFails() {
        byte[] compressed = gzip(new byte[1000]);
        assertThatThrownBy(() -> new BodyReader(10_000, 2000)
                        .open(new ByteArrayInputStream(Arrays.copyOf(compressed, compressed.length - 9)), "gzip")
                        .readAllBytes())
                .isInstanceOf(IOException.class);
    }

    private static void assertTooLarge(org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code().code()).isEqualTo("payload-too-large"));
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
