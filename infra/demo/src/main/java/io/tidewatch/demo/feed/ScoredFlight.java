package io.tidewatch.demo.feed;

import io.tidewatch.demo.feature.FeatureVector;
import io.tidewatch.demo.flight.SampledFlight;
import java.time.Instant;

/**
 * A flight as the models saw it, with their answers.
 *
 * @param sampled the flight itself; its delay is for the ground truth only
 * @param occurredAt when it leaves in the replay
 * @param features what the models were given, an injected fault included
 * @param version the version of the late model that served it
 * @param lateProbability that version's answer, 0 to 1
 * @param delayMinutes the minutes model's answer
 */
public record ScoredFlight(
        SampledFlight sampled,
        Instant occurredAt,
        FeatureVector features,
        String version,
        double lateProbability,
        double delayMinutes) {}
