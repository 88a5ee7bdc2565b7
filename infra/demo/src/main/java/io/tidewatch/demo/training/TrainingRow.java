package io.tidewatch.demo.training;

import io.tidewatch.demo.feature.FeatureVector;
import io.tidewatch.demo.flight.Flight;

/**
 * One flight with its features and its outcome.
 *
 * @param delayMinutes arrival delay
 */
record TrainingRow(FeatureVector features, int delayMinutes) {
    boolean late() {
        return delayMinutes > Flight.LATE_AFTER_MINUTES;
    }
}
