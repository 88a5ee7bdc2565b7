package io.tidewatch.registry;

/**
 * A feature and its fixed place.
 *
 * @param feature the feature as declared by the version
 * @param position index, from 0, into the array of its storage; the same for every version of the model
 */
public record PositionedFeature(Feature feature, int position) {

    /** Name of the feature. */
    public String name() {
        return feature.name();
    }

    /** Type of the feature. */
    public FeatureType type() {
        return feature.type();
    }

    /** The array that holds it. */
    public FeatureStorage storage() {
        return feature.type().storage();
    }
}
