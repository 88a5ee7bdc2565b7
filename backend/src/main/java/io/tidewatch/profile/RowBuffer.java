package io.tidewatch.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Growing byte buffer that writes values the way ClickHouse's RowBinary format wants them: little endian, strings and
 * arrays behind a variable-length size.
 */
public final class RowBuffer {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    // A Java char takes at most three bytes in UTF-8; a surrogate pair takes four for two chars.
    private static final int MAX_BYTES_PER_CHAR = 3;
    private static final int MAX_VAR_INT = 5;

    private byte[] bytes;
    private int size;

    public RowBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** Number of bytes written. */
    public int size() {
        return size;
    }

    /** The bytes; only the first {@link #size()} count, and the array changes with the next write. */
    public byte[] array() {
        return bytes;
    }

    /** Forgets everything from this offset on. */
    public void truncate(int newSize) {
        size = newSize;
    }

    public void writeByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    public void writeUInt16(int value) {
        ensure(Short.BYTES);
        SHORT.set(bytes, size, (short) value);
        size += Short.BYTES;
    }

    public void writeInt(int value) {
        ensure(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    public void writeLong(long value) {
        ensure(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** Reads four bytes that were written before. */
    public int getInt(int offset) {
        return (int) INT.get(bytes, offset);
    }

    /** Overwrites eight bytes that were written before. */
    public void putLong(int offset, long value) {
        LONG.set(bytes, offset, value);
    }

    public void writeDouble(double value) {
        writeLong(Double.doubleToRawLongBits(value));
    }

    public void writeFloat(float value) {
        writeInt(Float.floatToRawIntBits(value));
    }

    /** UUID: both halves, each little endian. */
    public void writeUuid(UUID value) {
        writeLong(value.getMostSignificantBits());
        writeLong(value.getLeastSignificantBits());
    }

    /** Size of an array, map or string. */
    public void writeSize(int value) {
        ensure(MAX_VAR_INT);
        int rest = value;
        while (rest >= 0x80) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A string as UTF-8. The text must not hold half of a surrogate pair. */
    public void writeString(String value) {
        int length = value.length();
        ensure(MAX_VAR_INT + length * MAX_BYTES_PER_CHAR);
        if (isAscii(value)) {
            writeSize(length);
            for (int i = 0; i < length; i++) {
                bytes[size++] = (byte) value.charAt(i);
            }
        } else {
            byte[] utf8 = value.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            writeSize(utf8.length);
            System.arraycopy(utf8, 0, bytes, size, utf8.length);
            size += utf8.length;
        }
    }

    /** A string or NULL. */
    public void writeNullableString(@Nullable String value) {
        if (value == null) {
            writeByte(1);
        } else {
            writeByte(0);
            writeString(value);
        }
    }

    /** Bytes of another buffer. */
    public void writeBytes(byte[] source, int from, int length) {
        ensure(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
