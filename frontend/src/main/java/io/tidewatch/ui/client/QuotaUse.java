package io.tidewatch.ui.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the organization may send, and how much of it is used. */
public record QuotaUse(List<Rate> rates, Month month, Pending pending, long maxBodyBytes, int maxFeatures) {

    /** Events or bytes per second. */
    public record Rate(String name, long perSecond, long burst, long remaining) {}

    /** Events of the calendar month in UTC, by its first day; no limit is null. */
    public record Month(String start, long events, @Nullable Long limit) {}

    /** Events that wait for the event store. */
    public record Pending(long events, double share) {}
}
