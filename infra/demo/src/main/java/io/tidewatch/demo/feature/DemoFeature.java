package io.tidewatch.demo.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inputs of the demo's models, in the order of their feature schema. */
public enum DemoFeature {
    HOUR("hour", Type.INT64, null, "Local hour of departure, 0 to 23."),
    WEEKDAY("weekday", Type.CATEGORY, null, "Day of the week on which the flight left in 2001."),
    DISTANCE("distance", Type.FLOAT64, "mi", "Distance between the two airports."),
    ORIGIN("origin", Type.CATEGORY, null, "Airport of departure."),
    DESTINATION("destination", Type.CATEGORY, null, "Airport of arrival."),
    ROUTE_LATE_RATIO(
            "routeLateRatio",
            Type.FLOAT64,
            null,
            "Late share of the route so far, divided by that of all flights; half of the weight is from the last 30 days."),
    ORIGIN_HOUR_LATE_RATIO(
            "originHourLateRatio",
            Type.FLOAT64,
            null,
            "Late share of departures from this origin at this hour, divided by that of all departures at this hour."),
    DESTINATION_HOUR_LATE_RATIO(
            "destinationHourLateRatio",
            Type.FLOAT64,
            null,
            "Late share of flights to this destination that left at this hour, divided by that of all flights of this hour."),
    ORIGIN_RECENT_LATE_SHARE(
            "originRecentLateShare",
            Type.FLOAT64,
            null,
            "Late share of the origin's departures that have landed lately; a landing counts half after 2 hours."),
    ORIGIN_RECENT_DELAY(
            "originRecentDelay",
            Type.FLOAT64,
            "min",
            "Mean delay of the origin's departures that have landed lately; a landing counts half after 1 hour."),
    ORIGIN_RECENT_DEPARTURES(
            "originRecentDepartures",
            Type.FLOAT64,
            null,
            "Departures from the origin lately; a departure counts half after 1 hour.");

    private static final List<DemoFeature> ALL = List.of(values());

    private final String wireName;
    private final Type type;
    private final @Nullable String unit;
    private final String description;

    DemoFeature(String wireName, Type type, @Nullable String unit, String description) {
        this.wireName = wireName;
        this.type = type;
        this.unit = unit;
        this.description = description;
    }

    /** All features in schema order. */
    public static List<DemoFeature> all() {
        return ALL;
    }

    /** The feature of that name in the feature schema, if there is one. */
    public static Optional<DemoFeature> named(String wireName) {
        return Arrays.stream(values())
                .filter(feature -> feature.wireName.equals(wireName))
                .findFirst();
    }

    /** The name in the feature schema and in recorded predictions. */
    public String wireName() {
        return wireName;
    }

    public Type type() {
        return type;
    }

    public boolean numeric() {
        return type != Type.CATEGORY;
    }

    /** Unit as shown to people, null where there is none. */
    public @Nullable String unit() {
        return unit;
    }

    public String description() {
        return description;
    }

    /** The types of Tidewatch's feature schema that the demo uses. */
    public enum Type {
        INT64("int64"),
        FLOAT64("float64"),
        CATEGORY("category");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
