package io.tidewatch.demo.training;

import java.time.LocalDate;

/**
 * What is written down about the trained models beside their trees.
 *
 * @param late1 version 1 of the late model
 * @param late2 version 2 of it
 * @param minutes quality of the minutes model on February, which it has not seen
 */
public record ModelSummary(Late late1, Late late2, ValueQuality minutes) {
    /**
     * One version of the late model.
     *
     * @param slope of the calibration curve
     * @param intercept of the calibration curve
     * @param threshold probability from which a flight is called late
     * @param trainedFrom first day of the training data, ISO date
     * @param trainedTo day after the last day of training and calibration, ISO date
     * @param quality on held-out flights of the month after that
     * @param nightQuality the same, only departures at night
     */
    public record Late(
            double slope,
            double intercept,
            double threshold,
            String trainedFrom,
            String trainedTo,
            BinaryQuality quality,
            BinaryQuality nightQuality) {
        PlattScaling calibration() {
            return new PlattScaling(slope, intercept);
        }

        /** First day of the training data. */
        public LocalDate firstDay() {
            return LocalDate.parse(trainedFrom);
        }

        /** Day after the last day of training and calibration. */
        public LocalDate endDay() {
            return LocalDate.parse(trainedTo);
        }
    }
}
