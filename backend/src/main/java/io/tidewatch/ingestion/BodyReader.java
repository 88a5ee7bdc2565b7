package io.tidewatch.ingestion;

import com.github.luben.zstd.ZstdInputStream;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Opens the body of a request: inflates it where it is compressed, and never reads more than the limits allow. */
final class BodyReader {

    private static final int BUFFER = 16_384;
    // 8 MiB, the most that a decoder of HTTP content has to support (RFC 9659).
    private static final int MAX_WINDOW_LOG = 23;
    /** Plain bytes up to which no ratio is checked: it says nothing about the first few kilobytes. */
    static final long RATIO_FREE_BYTES = 1_048_576;

    private final long maxBytes;
    private final int maxInflation;

    BodyReader(long maxBytes, int maxInflation) {
        this.maxBytes = maxBytes;
        this.maxInflation = maxInflation;
    }

    /**
     * The plain body.
     *
     * @throws ProblemException {@code unsupported-media-type} for another encoding than gzip and zstd; reading it throws {@code
     *     payload-too-large} when a limit is reached
     */
    InputStream open(InputStream body, @Nullable String contentEncoding) throws IOException {
        String encoding =
                contentEncoding == null ? "identity" : contentEncoding.strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> new Limited(body, maxBytes, null);
            case "gzip" -> {
                CountedInput wire = new CountedInput(body);
                yield new Limited(new GZIPInputStream(wire, BUFFER), maxBytes, wire);
            }
            case "zstd" -> {
                CountedInput wire = new CountedInput(body);
                yield new Limited(new ZstdInputStream(wire).setLongMax(MAX_WINDOW_LOG), maxBytes, wire);
            }
            default ->
                throw ErrorCode.UNSUPPORTED_MEDIA_TYPE.problem(
                        "Content-Encoding must be gzip, zstd or absent, not " + encoding + ".");
        };
    }

    /** Stops at the limits. */
    private final class Limited extends FilterInputStream {

        private final long max;
        private final @Nullable CountedInput wire;
        private long count;

        Limited(InputStream in, long max, @Nullable CountedInput wire) {
            super(in);
            this.max = max;
            this.wire = wire;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            check(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            check(Math.max(0, read));
            return read;
        }

        private void check(int more) {
            count += more;
            if (count > max) {
                throw ErrorCode.PAYLOAD_TOO_LARGE.problem(
                        "The body has more than " + max + " bytes. Send fewer events at once.");
            }
            if (wire != null && count > RATIO_FREE_BYTES && count > wire.count() * maxInflation) {
                throw ErrorCode.PAYLOAD_TOO_LARGE.problem(
                        "The body inflates to more than " + maxInflation + " times its size.");
            }
        }
    }
}
