package io.tidewatch.clickhouse.embedded.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.internal.ClickHouseLZ4InputStream;
import com.clickhouse.client.api.internal.ClickHouseLZ4OutputStream;
import com.clickhouse.data.ClickHouseCityHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.ZipException;
import net.jpountz.lz4.LZ4Factory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the code of the Java client, which is the other end of every connection. */
class BlockTest {

    @Test
    void checksumIsTheOneOfTheClient() {
        byte[] bytes = new byte[2000];
        new Random(1).nextBytes(bytes);
        for (int length = 0; length < 1900; length++) {
            int offset = length % 64;
            long[] expected = ClickHouseCityHash.cityHash128(bytes, offset, length);
            assertThat(CityHash128.of(bytes, offset, length))
                    .as("length " + length)
                    .isEqualTo(new CityHash128(expected[0], expected[1]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 14, 15, 16, 269, 270, 271, 65_535, 65_536, 65_537, 1_000_000})
    void clientReadsWhatIsWritten(int size) throws IOException {
        byte[] data = sample(size);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (OutputStream out = new BlockOutput(written)) {
            out.write(data);
        }
        try (var in = new ClickHouseLZ4InputStream(
                new ByteArrayInputStream(written.toByteArray()),
                LZ4Factory.fastestJavaInstance().fastDecompressor(),
                64 * 1024)) {
            assertThat(in.readAllBytes()).isEqualTo(data);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 100, 65_536, 1_000_000})
    void readsWhatTheClientWrites(int size) throws IOException {
        byte[] data = sample(size);
        assertThat(new BlockInput(new ByteArrayInputStream(compressed(data))).readAllBytes())
                .isEqualTo(data);
    }

    @Test
    void damageIsNoticed() throws IOException {
        byte[] good = compressed(sample(5000));
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> new BlockInput(new ByteArrayInputStream(bad)).readAllBytes())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void invalidSequencesAreRefusedWhateverTheyAre() {
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            try {
                assertThat(Lz4.decode(noise, 0, 20)).hasSize(20);
            } catch (ZipException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1900);
    }

    private static byte[] compressed(byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new ClickHouseLZ4OutputStream(
                bytes, LZ4Factory.fastestJavaInstance().fastCompressor(), 64 * 1024)) {
            out.write(data);
        }
        return bytes.toByteArray();
    }

    /** Half noise, half repetition, so that there are literals and matches, overlapping ones too. */
    private static byte[] sample(int size) {
        byte[] data = new byte[size];
        Random random = new Random(size);
        for (int i = 0; i < size; i++) {
            data[i] = (byte) (i / 50 % 2 == 0 ? random.nextInt() : i / 100);
        }
        return data;
    }
}
