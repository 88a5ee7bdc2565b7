package io.tidewatch.demo.feed;

import io.tidewatch.demo.flight.Flight;
import io.tidewatch.sdk.GroundTruth;
import io.tidewatch.sdk.PredictionBuilder;
import io.tidewatch.sdk.registry.ModelDefinition;
import io.tidewatch.sdk.registry.VersionDefinition;
import java.util.List;

/** One registered model of the demo. */
public interface ModelFeed {
    /** Key of the organization that owns the model. */
    String organization();

    /** How the model is registered; names its team. */
    ModelDefinition model();

    /** Its versions, oldest first. */
    List<VersionDefinition> versions();

    /** How its versions did in validation; none for a rule, which was never trained. */
    default List<ValidationResult> validations() {
        return List.of();
    }

    /** Whether this model is asked about that flight, given as a position among the replayed flights. */
    boolean takes(long position);

    /** What the model recorded, complete but for its id. */
    PredictionBuilder prediction(ScoredFlight scored);

    /** What really happened to the flight of that prediction. */
    GroundTruth groundTruth(String predictionId, Flight flight);
}
