package io.tidewatch.clickhouse.embedded.block;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Layout of a block: checksum of all that follows (16 bytes), method (1), size of method, sizes and data (4), size of
 * the data before compression (4), data. Numbers are little-endian.
 */
final class BlockHeader {

    static final int CHECKSUM_BYTES = 16;

    /** Method and both sizes; they are part of the compressed size. */
    static final int FIXED_BYTES = 9;

    static final byte METHOD_LZ4 = (byte) 0x82;
    static final byte METHOD_NONE = 0x02;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private BlockHeader() {}

    static int intAt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static void putInt(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
    }

    static CityHash128 checksumAt(byte[] bytes, int at) {
        return new CityHash128((long) LONG.get(bytes, at), (long) LONG.get(bytes, at + 8));
    }

    static void putChecksum(byte[] bytes, int at, CityHash128 checksum) {
        LONG.set(bytes, at, checksum.low());
        LONG.set(bytes, at + 8, checksum.high());
    }
}
