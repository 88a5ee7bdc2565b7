package io.tidewatch.profile;

import io.tidewatch.registry.FeatureType;
import io.tidewatch.registry.PositionedFeature;

/**
 * Something whose distribution is watched: a feature, or a part of the prediction itself.
 *
 * @param name name of the feature, or {@code prediction.score}, {@code prediction.class}, {@code prediction.value}
 * @param isPrediction true for a part of the prediction
 * @param type how values compare
 * @param source where values are kept
 * @param position index, from 0, into the array of the source; 0 where it is not an array
 */
public record Variable(String name, boolean isPrediction, FeatureType type, VariableSource source, int position) {

    /** Score of a binary model. */
    public static final Variable SCORE =
            new Variable("prediction.score", true, FeatureType.FLOAT64, VariableSource.SCORE, 0);

    /** Class of a classifier. */
    public static final Variable PREDICTED_CLASS =
            new Variable("prediction.class", true, FeatureType.CATEGORY, VariableSource.CLASS, 0);

    /** Value of a regression. */
    public static final Variable PREDICTED_VALUE =
            new Variable("prediction.value", true, FeatureType.FLOAT64, VariableSource.VALUE, 0);

    /** The variable of a feature. */
    public static Variable of(PositionedFeature feature) {
        return new Variable(
                feature.name(), false, feature.type(), VariableSource.of(feature.storage()), feature.position());
    }
}
