package io.tidewatch.clickhouse.embedded.block;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The 128-bit hash of CityHash 1.0.2, which ClickHouse uses as the checksum of a block. Later versions of CityHash give
 * other values.
 *
 * @param low first 64 bits
 * @param high last 64 bits
 */
record CityHash128(long low, long high) {

    private static final long K0 = 0xc3a5c85c97cb3127L;
    private static final long K1 = 0xb492b66fbe98f273L;
    private static final long K2 = 0x9ae16a3b2f90404fL;
    private static final long K3 = 0xc949d7c7509e6557L;
    private static final long MULTIPLIER = 0x9ddfea08eb382d69L;

    /** Inputs of at least this length are taken in steps of this length. */
    private static final int STEP = 128;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    static CityHash128 of(byte[] bytes, int offset, int length) {
        if (length >= 16) {
            return seeded(bytes, offset + 16, length - 16, longAt(bytes, offset) ^ K3, longAt(bytes, offset + 8));
        }
        if (length >= 8) {
            long last = longAt(bytes, offset + length - 8);
            return seeded(bytes, offset, 0, longAt(bytes, offset) ^ (length * K0), last ^ K1);
        }
        return seeded(bytes, offset, length, K0, K1);
    }

    private static CityHash128 seeded(byte[] bytes, int offset, int length, long seedLow, long seedHigh) {
        return length < STEP
                ? shortInput(bytes, offset, length, seedLow, seedHigh)
                : new LongInput(bytes, offset, length, seedLow, seedHigh).hash();
    }

    private static CityHash128 shortInput(byte[] bytes, int offset, int length, long seedLow, long seedHigh) {
        long a = seedLow;
        long b = seedHigh;
        long c;
        long d;
        if (length <= 16) {
            a = mixed(a * K1) * K1;
            c = b * K1 + upTo16(bytes, offset, length);
            d = mixed(a + (length >= 8 ? longAt(bytes, offset) : c));
        } else {
            int end = offset + length;
            c = combined(longAt(bytes, end - 8) + K1, a);
            d = combined(b + length, c + longAt(bytes, end - 16));
            a += d;
            for (int at = offset; at < end - 16; at += 16) {
                a = (a ^ mixed(longAt(bytes, at) * K1) * K1) * K1;
                b ^= a;
                c = (c ^ mixed(longAt(bytes, at + 8) * K1) * K1) * K1;
                d ^= c;
            }
        }
        a = combined(a, c);
        b = combined(d, b);
        return new CityHash128(a ^ b, combined(b, a));
    }

    private static long upTo16(byte[] bytes, int offset, int length) {
        if (length > 8) {
            long last = longAt(bytes, offset + length - 8);
            return combined(longAt(bytes, offset), Long.rotateRight(last + length, length)) ^ last;
        }
        if (length >= 4) {
            long first = Integer.toUnsignedLong(intAt(bytes, offset));
            return combined(length + (first << 3), Integer.toUnsignedLong(intAt(bytes, offset + length - 4)));
        }
        if (length > 0) {
            long y = (bytes[offset] & 0xffL) + ((bytes[offset + length / 2] & 0xffL) << 8);
            long z = length + ((bytes[offset + length - 1] & 0xffL) << 2);
            return mixed((y * K2) ^ (z * K3)) * K2;
        }
        return K2;
    }

    private static long mixed(long value) {
        return value ^ (value >>> 47);
    }

    private static long combined(long low, long high) {
        long a = mixed((low ^ high) * MULTIPLIER);
        return mixed((high ^ a) * MULTIPLIER) * MULTIPLIER;
    }

    private static long longAt(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    private static int intAt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    /** 56 bytes of state that walk over a long input: {@code x}, {@code y}, {@code z} and the pairs {@code v}, {@code w}. */
    private static final class LongInput {

        private final byte[] bytes;
        private final int end;
        private int at;
        private int left;
        private long x;
        private long y;
        private long z;
        private long v0;
        private long v1;
        private long w0;
        private long w1;

        LongInput(byte[] bytes, int offset, int length, long seedLow, long seedHigh) {
            this.bytes = bytes;
            at = offset;
            end = offset + length;
            left = length;
            x = seedLow;
            y = seedHigh;
            z = length * K1;
            v0 = Long.rotateRight(y ^ K1, 49) * K1 + longAt(bytes, at);
            v1 = Long.rotateRight(v0, 42) * K1 + longAt(bytes, at + 8);
            w0 = Long.rotateRight(y + z, 35) * K1 + x;
            w1 = Long.rotateRight(x + longAt(bytes, at + 88), 53) * K1;
        }

        CityHash128 hash() {
            while (left >= STEP) {
                half();
                half();
                left -= STEP;
            }
            y += Long.rotateRight(w0, 37) * K0 + z;
            x += Long.rotateRight(v0 + z, 49) * K0;
            // The rest is taken in pieces of 32 bytes from the end, the last of which may reach into what was taken.
            for (int done = 32; done - 32 < left; done += 32) {
                tail(end - done);
            }
            x = combined(x, v0);
            y = combined(y, w0);
            return new CityHash128(combined(x + v1, w1) + y, combined(x + w1, y + v1));
        }

        private void half() {
            x = Long.rotateRight(x + y + v0 + longAt(bytes, at + 16), 37) * K1;
            y = Long.rotateRight(y + v1 + longAt(bytes, at + 48), 42) * K1;
            x ^= w1;
            y ^= v0;
            z = Long.rotateRight(z ^ w0, 33);
            setV(at, v1 * K1, x + w0);
            setW(at + 32, z + w1, y);
            long swapped = z;
            z = x;
            x = swapped;
            at += STEP / 2;
        }

        private void tail(int from) {
            y = Long.rotateRight(y - x, 42) * K0 + v1;
            w0 += longAt(bytes, from + 16);
            x = Long.rotateRight(x, 49) * K0 + w0;
            w0 += v0;
            setV(from, v0, v1);
        }

        private void setV(int from, long seedA, long seedB) {
            long a = seedA + longAt(bytes, from);
            long last = longAt(bytes, from + 24);
            long b = Long.rotateRight(seedB + a + last, 21);
            long sum = a + longAt(bytes, from + 8) + longAt(bytes, from + 16);
            v0 = sum + last;
            v1 = b + Long.rotateRight(sum, 44) + a;
        }

        private void setW(int from, long seedA, long seedB) {
            long a = seedA + longAt(bytes, from);
            long last = longAt(bytes, from + 24);
            long b = Long.rotateRight(seedB + a + last, 21);
            long sum = a + longAt(bytes, from + 8) + longAt(bytes, from + 16);
            w0 = sum + last;
            w1 = b + Long.rotateRight(sum, 44) + a;
        }
    }
}
