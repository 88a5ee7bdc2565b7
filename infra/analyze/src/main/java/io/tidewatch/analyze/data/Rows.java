package io.tidewatch.analyze.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a result in ClickHouse's RowBinary format; the caller knows the types. */
public final class Rows implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final PushbackInputStream pushback;
    private final DataInputStream in;

    Rows(InputStream body) {
        this.pushback = new PushbackInputStream(new BufferedInputStream(body, BUFFER), 1);
        this.in = new DataInputStream(pushback);
    }

    /** Whether another row follows. */
    public boolean hasNext() {
        try {
            int first = pushback.read();
            if (first < 0) {
                return false;
            }
            pushback.unread(first);
            return true;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The next value, of type UInt8. */
    public int readByte() {
        try {
            return in.readUnsignedByte();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The next value, of type UInt64 or Int64. */
    public long readLong() {
        try {
            return Long.reverseBytes(in.readLong());
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The next value, of type Float64. */
    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    /** The next value, of type Nullable(Float64), with NaN for null. */
    public double readNullableDouble() {
        return readByte() == 1 ? Double.NaN : readDouble();
    }

    /** The next value, of type String. */
    public String readString() {
        try {
            int length = 0;
            int shift = 0;
            int part;
            do {
                part = in.readUnsignedByte();
                length |= (part & 0x7f) << shift;
                shift += 7;
            } while (part >= 0x80);
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The next value, of type Nullable(String). */
    public @Nullable String readNullableString() {
        return readByte() == 1 ? null : readString();
    }

    private static AnalyzeException broken(IOException e) {
        return new AnalyzeException("The engine broke off its answer: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw broken(e);
        }
    }
}
