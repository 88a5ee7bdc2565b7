package io.tidewatch.demo.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.tidewatch.demo.flight.Flight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Features must not know what nobody could know when the flight left. */
class FeatureBuilderPropertyTest {
    private static final List<String> AIRPORTS = List.of("ATL", "ORD", "LAX", "SAV");
    private static final int TWO_DAYS = 2 * 24 * 60;

    private static Gen<Flight> flights() {
        return integers()
                .between(0, TWO_DAYS)
                .zip(
                        integers().between(-30, 400),
                        integers().between(50, 2_500),
                        integers().between(0, 11),
                        (minute, delay, distance, route) -> {
                            String origin = AIRPORTS.get(route / 3);
                            List<String> others = new ArrayList<>(AIRPORTS);
                            others.remove(origin);
                            return new Flight(minute, delay, distance, origin, others.get(route % 3));
                        });
    }

    private static Gen<List<Flight>> days() {
        return lists().of(flights()).ofSizeBetween(2, 60).map(list -> {
            List<Flight> sorted = new ArrayList<>(list);
            sorted.sort(Comparator.comparingInt(Flight::minute));
            return sorted;
        });
    }

    private static List<FeatureVector> features(List<Flight> flights) {
        FeatureBuilder builder = new FeatureBuilder();
        List<FeatureVector> vectors = new ArrayList<>();
        for (Flight flight : flights) {
            vectors.add(builder.features(flight));
            builder.departed(flight);
        }
        return vectors;
    }

    private static List<Flight> changed(List<Flight> flights, int index, UnaryOperator<Flight> change) {
        List<Flight> copy = new ArrayList<>(flights);
        copy.set(index, change.apply(copy.get(index)));
        return copy;
    }

    private static Flight withDelay(Flight flight, int delay) {
        return new Flight(flight.minute(), delay, flight.distanceMiles(), flight.origin(), flight.destination());
    }

    @Test
    void laterFlightsNeverChangeEarlierFeatures() {
        qt().forAll(days(), integers().between(0, 59), flights()).check((flights, at, other) -> {
            int index = at % flights.size();
            Flight replaced = flights.get(index);
            List<Flight> changed = changed(
                    flights,
                    index,
                    flight -> new Flight(
                            replaced.minute(),
                            other.delayMinutes(),
                            other.distanceMiles(),
                            other.origin(),
                            other.destination()));
            return features(flights).subList(0, index).equals(features(changed).subList(0, index));
        });
    }

    @Test
    void itsOwnDelayNeverChangesAFlightsFeatures() {
        qt().forAll(days(), integers().between(0, 59), integers().between(-60, 600))
                .check((flights, at, delay) -> {
                    int index = at % flights.size();
                    List<Flight> changed = changed(flights, index, flight -> withDelay(flight, delay));
                    return features(flights).get(index).equals(features(changed).get(index));
                });
    }

    @Test
    void theDelayOfAFlightStillInTheAirChangesNothing() {
        qt().forAll(days(), integers().between(0, 59), integers().between(-60, 600))
                .check((flights, at, delay) -> {
                    int index = at % flights.size();
                    Flight before = flights.get(index);
                    Flight after = withDelay(before, delay);
                    int knownAt = Math.min(before.outcomeKnownAtMinute(), after.outcomeKnownAtMinute());
                    List<FeatureVector> first = features(flights);
                    List<FeatureVector> second = features(changed(flights, index, flight -> after));
                    for (int other = 0; other < flights.size(); other++) {
                        if (flights.get(other).minute() < knownAt
                                && !first.get(other).equals(second.get(other))) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    @Test
    void askingAboutOtherFlightsChangesNotEvenRounding() {
        qt().forAll(days(), integers().between(1, 7)).check((flights, every) -> {
            List<FeatureVector> all = features(flights);
            FeatureBuilder builder = new FeatureBuilder();
            for (int index = 0; index < flights.size(); index++) {
                if (index % every == 0 && !builder.features(flights.get(index)).equals(all.get(index))) {
                    return false;
                }
                builder.departed(flights.get(index));
            }
            return true;
        });
    }

    @Test
    void theDelayOfALandedFlightIsUsed() {
        // The counterpart of the properties above: they would hold for features that learn nothing.
        Flight first = new Flight(600, 200, 100, "ATL", "SAV");
        Flight later = new Flight(first.outcomeKnownAtMinute(), 0, 100, "ATL", "SAV");

        double late = features(List.of(first, later)).get(1).number(DemoFeature.ORIGIN_RECENT_DELAY);
        double punctual = features(List.of(withDelay(first, 0), later)).get(1).number(DemoFeature.ORIGIN_RECENT_DELAY);

        assertThat(late).isGreaterThan(punctual + 10);
    }
}
