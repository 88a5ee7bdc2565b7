package io.tidewatch.sdk.internal.spool;

/** One stored item: a kind, which means something only to the caller, and a range of bytes, which is not copied. */
public final class Frame {

    private final byte kind;
    private final byte[] array;
    private final int offset;
    private final int length;

    /** Stands for {@code length} bytes of the array from {@code offset} on. */
    public Frame(byte kind, byte[] array, int offset, int length) {
        this.kind = kind;
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** The caller's kind. */
    public byte kind() {
        return kind;
    }

    /** The array the bytes are in. */
    public byte[] array() {
        return array;
    }

    /** Where they start. */
    public int offset() {
        return offset;
    }

    /** Where the bytes after them start. */
    int end() {
        return offset + length;
    }

    /** How many there are. */
    public int length() {
        return length;
    }
}
