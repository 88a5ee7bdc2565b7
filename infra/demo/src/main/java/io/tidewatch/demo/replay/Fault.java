package io.tidewatch.demo.replay;

import io.tidewatch.demo.feature.DemoFeature;
import io.tidewatch.demo.feature.FeatureVector;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * A unit error on the way to the model: in a stretch of time one numeric feature is multiplied. The models score the wrong
 * value, and the wrong value is what is recorded.
 *
 * @param feature which input
 * @param factor what it is multiplied with
 * @param fromMinute first flight minute with the fault
 * @param toMinute first flight minute without it again
 */
public record Fault(DemoFeature feature, double factor, int fromMinute, int toMinute) {
    /** Kilometres instead of miles on 18, 19 and 20 June, which ends nine days before the replay does. */
    public static final String DEFAULT = "distance,1.609344,2001-06-18,2001-06-21";

    private static final int DATA_YEAR = 2001;

    /**
     * Reads {@code feature,factor,from,to}. Times are a date ({@code 2001-06-18}, its start in UTC), an instant
     * ({@code 2001-06-18T06:00:00Z}) or a distance from the end of the replay ({@code -12d}, {@code -36h}). A time in 2001
     * is the flight's own, any other is that of the replay.
     *
     * @throws IllegalArgumentException with a sentence for people if it cannot be read
     */
    public static Fault parse(String text, TimeShift shift) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("A fault is written feature,factor,from,to; this is not: " + text);
        }
        DemoFeature feature = DemoFeature.named(parts[0].strip())
                .filter(DemoFeature::numeric)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The fault's feature must be one of the numeric ones: " + numericNames()));
        double factor = factor(parts[1].strip());
        int from = minute(parts[2].strip(), shift);
        int to = minute(parts[3].strip(), shift);
        if (from >= to) {
            throw new IllegalArgumentException("The fault must end after it begins: " + text);
        }
        return new Fault(feature, factor, from, to);
    }

    /** The features as they reach the model for a flight that leaves at that minute. */
    public FeatureVector apply(FeatureVector features, int flightMinute) {
        if (flightMinute < fromMinute || flightMinute >= toMinute) {
            return features;
        }
        return features.with(feature, features.number(feature) * factor);
    }

    private static double factor(String text) {
        try {
            double factor = Double.parseDouble(text);
            if (Double.isFinite(factor)) {
                return factor;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with infinities.
        }
        throw new IllegalArgumentException("The fault's factor must be a number: " + text);
    }

    private static int minute(String text, TimeShift shift) {
        try {
            if (text.startsWith("-")) {
                Duration back = Duration.parse(
                        text.endsWith("d") || text.endsWith("D")
                                ? "P" + text.substring(1).toUpperCase(Locale.ROOT)
                                : "PT" + text.substring(1).toUpperCase(Locale.ROOT));
                return shift.cutoffMinute() - Math.toIntExact(back.toMinutes());
            }
            Instant time = text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            boolean flightsOwn = time.atZone(ZoneOffset.UTC).getYear() == DATA_YEAR;
            return flightsOwn ? Math.toIntExact(time.getEpochSecond() / 60) : shift.toFlightMinute(time);
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw new IllegalArgumentException(
                    "The fault's time must be a date, an instant like 2001-06-18T06:00:00Z, or -12d: " + text,
                    unreadable);
        }
    }

    private static String numericNames() {
        return String.join(
                ", ",
                DemoFeature.all().stream()
                        .filter(DemoFeature::numeric)
                        .map(DemoFeature::wireName)
                        .toList());
    }
}
