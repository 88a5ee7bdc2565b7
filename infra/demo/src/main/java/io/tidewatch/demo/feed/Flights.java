package io.tidewatch.demo.feed;

import io.tidewatch.demo.flight.Daypart;
import io.tidewatch.demo.flight.Flight;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.PredictionBuilder;

/** What every model records about a flight besides its features and answer. */
final class Flights {
    private static final int SHORT_HAUL_MILES = 500;
    private static final int LONG_HAUL_MILES = 1500;

    private Flights() {}

    /** A prediction with time, entity and segments. Segments tell the truth, whatever fault is in the features. */
    static PredictionBuilder prediction(ScoredFlight scored) {
        Flight flight = scored.sampled().flight();
        return Prediction.builder()
                .occurredAt(scored.occurredAt())
                .entityId(flight.origin() + "-" + flight.destination())
                .segment("daypart", Daypart.of(flight.hour()).segment())
                .segment("haul", haul(flight.distanceMiles()));
    }

    private static String haul(int miles) {
        if (miles < SHORT_HAUL_MILES) {
            return "short";
        }
        return miles < LONG_HAUL_MILES ? "medium" : "long";
    }
}
