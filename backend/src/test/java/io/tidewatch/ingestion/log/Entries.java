package io.tidewatch.ingestion.log;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Entries for tests: their payload is any bytes. */
final class Entries {

    private Entries() {}

    static TestEntry of(int rows, byte... payload) {
        return new TestEntry(rows, payload.clone(), new AtomicBoolean());
    }

    static TestEntry of(String payload) {
        return of(1, payload.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static String text(Frame frame) {
        byte[] bytes = new byte[frame.payload().capacity()];
        frame.payload().get(0, bytes);
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** An entry that knows whether it was lost. */
    record TestEntry(int rows, byte[] payload, AtomicBoolean gone) implements LogEntry {

        @Override
        public int kind() {
            return 7;
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public UUID organization() {
            return new UUID(1, 2);
        }

        @Override
        public UUID model() {
            return new UUID(3, 4);
        }

        @Override
        public int length() {
            return payload.length;
        }

        @Override
        public void stamp(long sequence) {
            // Nothing in it depends on the number.
        }

        @Override
        public void lost() {
            gone.set(true);
        }
    }
}
