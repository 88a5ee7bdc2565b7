package io.tidewatch.demo.flight;

/**
 * A flight that takes part in the replay.
 *
 * @param index position among all flights of the file, from 0
 * @param position position among the flights that take part, from 0
 */
public record SampledFlight(long index, long position, Flight flight) {}
