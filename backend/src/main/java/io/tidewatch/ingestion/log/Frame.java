package io.tidewatch.ingestion.log;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * One entry of the log.
 *
 * @param sequence its number, ascending and never used twice
 * @param kind what the payload is; the log does not care
 * @param version format of the payload
 * @param rows number of events in it
 * @param payload little endian, from position 0 to its limit
 */
public record Frame(
        long sequence, int kind, int version, UUID organization, UUID model, int rows, ByteBuffer payload) {}
