package io.tidewatch.ingestion;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits of an organization and their use, on the wire.
 *
 * @param rates events and bytes per second; a rate without limit is absent
 * @param maxBodyBytes bytes of one request after inflation
 * @param maxFeatures features of one event
 */
record QuotaResponse(
        List<RateResponse> rates, MonthResponse month, PendingResponse pending, long maxBodyBytes, int maxFeatures) {

    /**
     * One rate.
     *
     * @param name {@code events} or {@code bytes}
     * @param remaining how much may be sent at once now
     */
    record RateResponse(String name, long perSecond, long burst, long remaining) {}

    /**
     * Events of the calendar month in UTC.
     *
     * @param limit null for no limit
     */
    record MonthResponse(
            LocalDate start, long events, @Nullable Long limit) {}

    /**
     * Events that wait for the event store.
     *
     * @param share share of the room for such events that the organization may fill
     */
    record PendingResponse(long events, double share) {}
}
