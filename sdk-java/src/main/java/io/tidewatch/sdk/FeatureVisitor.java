package io.tidewatch.sdk;

import java.time.Instant;

/**
 * Receives the features of a prediction in the order they were set, without boxing.
 *
 * @see Prediction#forEachFeature(FeatureVisitor)
 */
public interface FeatureVisitor {

    /** A number; NaN and infinities are sent as missing. */
    void number(String name, double value);

    /** A whole number. */
    void integer(String name, long value);

    /** A truth value. */
    void bool(String name, boolean value);

    /** A category or a text: the model version's schema says which. */
    void text(String name, String value);

    /** A point in time. */
    void timestamp(String name, Instant value);

    /** An embedding, sent as missing if one of its numbers is not finite; the array is the prediction's own and must not be changed. */
    void embedding(String name, float[] value);

    /** An embedding of doubles; the array is the prediction's own and must not be changed. */
    void embedding(String name, double[] value);

    /** A feature that is known to have no value. */
    void missing(String name);
}
