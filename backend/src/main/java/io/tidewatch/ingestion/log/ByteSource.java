package io.tidewatch.ingestion.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that can be read at any place. */
interface ByteSource {

    /** Fills the buffer from this place on, as far as there are bytes. */
    void read(long position, ByteBuffer into) throws IOException;
}
