package io.tidewatch.demo.feature;

import io.tidewatch.demo.flight.Flight;
import io.tidewatch.demo.flight.FlightTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Turns the stream of flights into features that a scheduler could have known at departure.
 *
 * <p>Show it every flight in order of departure: first {@link #features} (where wanted), then {@link #departed}. The delay of
 * a flight enters the state only once it must have landed ({@link Flight#outcomeKnownAtMinute()}). What mixes airports of
 * different time zones waits longer still, because the data knows only local clocks.
 */
public final class FeatureBuilder {
    private static final double HISTORY_HALF_LIFE_MINUTES = 30.0 * FlightTime.MINUTES_PER_DAY;
    private static final double RECENT_LATE_HALF_LIFE_MINUTES = 120;
    private static final double RECENT_DELAY_HALF_LIFE_MINUTES = 60;
    private static final double RECENT_DEPARTURES_HALF_LIFE_MINUTES = 60;

    private static final double PRIOR_LATE_SHARE = 0.2;
    private static final double PRIOR_STRENGTH = 50;
    private static final double HOUR_STRENGTH = 30;
    private static final double ROUTE_STRENGTH = 20;
    private static final double RECENT_LATE_STRENGTH = 3;
    private static final double RECENT_DELAY_STRENGTH = 2;

    private record Outcome(int knownAt, Flight flight) {}

    private final PriorityQueue<Outcome> ownClock = new PriorityQueue<>(Comparator.comparingInt(Outcome::knownAt));
    private final PriorityQueue<Outcome> anyClock = new PriorityQueue<>(Comparator.comparingInt(Outcome::knownAt));

    private final LateHistory everything = history();
    private final LateHistory[] hours = hourly();
    private final Map<String, OriginState> origins = new HashMap<>();
    private final Map<String, LateHistory[]> destinationHours = new HashMap<>();

    /** What is known about one origin, all of it on that airport's own clock. */
    private static final class OriginState {
        private final LateHistory total = history();
        private final LateHistory[] hours = hourly();
        private final Map<String, LateHistory> routes = new HashMap<>();
        private final LateHistory recentLate = new LateHistory(RECENT_LATE_HALF_LIFE_MINUTES);
        private final LateHistory recentDelay = new LateHistory(RECENT_DELAY_HALF_LIFE_MINUTES);
        private final LateHistory departures = new LateHistory(RECENT_DEPARTURES_HALF_LIFE_MINUTES);

        private LateHistory route(String destination) {
            return routes.computeIfAbsent(destination, key -> history());
        }
    }

    /** The features of a flight that leaves now; its own delay is not looked at. */
    public FeatureVector features(Flight flight) {
        int now = flight.minute();
        learnUntil(now);
        int hour = flight.hour();
        OriginState origin = origin(flight.origin());
        LateHistory destinationHour = destinationHours(flight.destination())[hour];
        double all = everything.lateShare(now, PRIOR_STRENGTH, PRIOR_LATE_SHARE);
        double thisHour = hours[hour].lateShare(now, PRIOR_STRENGTH, all);
        double thisOrigin = origin.total.lateShare(now, PRIOR_STRENGTH, all);
        return FeatureVector.builder()
                .set(DemoFeature.HOUR, hour)
                .set(DemoFeature.WEEKDAY, weekdayName(flight))
                .set(DemoFeature.DISTANCE, flight.distanceMiles())
                .set(DemoFeature.ORIGIN, flight.origin())
                .set(DemoFeature.DESTINATION, flight.destination())
                .set(
                        DemoFeature.ROUTE_LATE_RATIO,
                        origin.route(flight.destination()).lateShare(now, ROUTE_STRENGTH, thisOrigin) / all)
                .set(
                        DemoFeature.ORIGIN_HOUR_LATE_RATIO,
                        origin.hours[hour].lateShare(now, HOUR_STRENGTH, thisHour) / thisHour)
                .set(
                        DemoFeature.DESTINATION_HOUR_LATE_RATIO,
                        destinationHour.lateShare(now, HOUR_STRENGTH, thisHour) / thisHour)
                .set(DemoFeature.ORIGIN_RECENT_LATE_SHARE, origin.recentLate.lateShare(now, RECENT_LATE_STRENGTH, all))
                .set(DemoFeature.ORIGIN_RECENT_DELAY, origin.recentDelay.meanDelay(now, RECENT_DELAY_STRENGTH))
                .set(DemoFeature.ORIGIN_RECENT_DEPARTURES, origin.departures.count(now))
                .build();
    }

    /** Lets the flight leave: its departure counts from now on, its delay once it has landed. */
    public void departed(Flight flight) {
        learnUntil(flight.minute());
        origin(flight.origin()).departures.add(flight.minute(), flight);
        int known = flight.outcomeKnownAtMinute();
        ownClock.add(new Outcome(known, flight));
        anyClock.add(new Outcome(known + FlightTime.MAX_CLOCK_DIFFERENCE_MINUTES, flight));
    }

    private void learnUntil(int now) {
        for (Outcome next = ownClock.peek(); next != null && next.knownAt() <= now; next = ownClock.peek()) {
            learnAtOrigin(ownClock.remove());
        }
        for (Outcome next = anyClock.peek(); next != null && next.knownAt() <= now; next = anyClock.peek()) {
            learnEverywhere(anyClock.remove());
        }
    }

    private void learnAtOrigin(Outcome outcome) {
        Flight flight = outcome.flight();
        OriginState origin = origin(flight.origin());
        origin.total.add(outcome.knownAt(), flight);
        origin.hours[flight.hour()].add(outcome.knownAt(), flight);
        origin.route(flight.destination()).add(outcome.knownAt(), flight);
        origin.recentLate.add(outcome.knownAt(), flight);
        origin.recentDelay.add(outcome.knownAt(), flight);
    }

    private void learnEverywhere(Outcome outcome) {
        Flight flight = outcome.flight();
        everything.add(outcome.knownAt(), flight);
        hours[flight.hour()].add(outcome.knownAt(), flight);
        destinationHours(flight.destination())[flight.hour()].add(outcome.knownAt(), flight);
    }

    private OriginState origin(String airport) {
        return origins.computeIfAbsent(airport, key -> new OriginState());
    }

    private LateHistory[] destinationHours(String airport) {
        return destinationHours.computeIfAbsent(airport, key -> hourly());
    }

    private static LateHistory history() {
        return new LateHistory(HISTORY_HALF_LIFE_MINUTES);
    }

    private static LateHistory[] hourly() {
        LateHistory[] byHour = new LateHistory[24];
        for (int hour = 0; hour < byHour.length; hour++) {
            byHour[hour] = history();
        }
        return byHour;
    }

    private static String weekdayName(Flight flight) {
        String name = flight.weekday().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
