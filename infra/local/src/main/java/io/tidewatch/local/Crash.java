package io.tidewatch.local;

/**
 * The unexpected end of a part.
 *
 * @param part which one
 * @param exitCode what it ended with; 128 + signal when a signal ended it
 * @param lastLines the end of its log
 */
public record Crash(Part part, int exitCode, String lastLines) {}
