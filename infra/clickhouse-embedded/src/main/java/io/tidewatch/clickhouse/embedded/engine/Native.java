package io.tidewatch.clickhouse.embedded.engine;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Calls of method handles without their checked {@code Throwable}, and bytes for C functions. */
final class Native {

    private Native() {}

    /** A call without result. */
    @FunctionalInterface
    interface Procedure {
        void run() throws Throwable;
    }

    /** A call that returns a number. */
    @FunctionalInterface
    interface IntFunction {
        int run() throws Throwable;
    }

    /** A call that returns a number. */
    @FunctionalInterface
    interface LongFunction {
        long run() throws Throwable;
    }

    /** A call that returns an address. */
    @FunctionalInterface
    interface AddressFunction {
        MemorySegment run() throws Throwable;
    }

    static void call(Procedure procedure) {
        try {
            procedure.run();
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    static int callInt(IntFunction function) {
        try {
            return function.run();
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    static long callLong(LongFunction function) {
        try {
            return function.run();
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    static MemorySegment callAddress(AddressFunction function) {
        try {
            return function.run();
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    /** Copies bytes to native memory; never a null address, also for no bytes, because C++ builds strings from it. */
    static MemorySegment copy(Arena arena, byte[] bytes) {
        MemorySegment segment = arena.allocate(Math.max(1, bytes.length));
        MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, 0, bytes.length);
        return segment;
    }

    private static RuntimeException unexpected(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }
}
