package io.tidewatch.registry;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The features of one model version in the order of their declaration; never changes once registered. */
public final class FeatureSchema {

    private final int id;
    private final List<PositionedFeature> features;
    private final Map<String, Integer> indexByName;
    private final Map<FeatureStorage, Integer> lengths = new EnumMap<>(FeatureStorage.class);

    /**
     * Makes a schema.
     *
     * @param id number of the schema within its model, stored with each prediction
     * @param features in the order of their declaration, names unique
     */
    public FeatureSchema(int id, List<PositionedFeature> features) {
        this.id = id;
        this.features = List.copyOf(features);
        this.indexByName = HashMap.newHashMap(features.size());
        for (int index = 0; index < features.size(); index++) {
            PositionedFeature feature = features.get(index);
            indexByName.put(feature.name(), index);
            lengths.merge(feature.storage(), feature.position() + 1, Math::max);
        }
    }

    /** Number of the schema within its model. */
    public int id() {
        return id;
    }

    /** The features in the order of their declaration. */
    public List<PositionedFeature> features() {
        return features;
    }

    /** Index of a feature in {@link #features()}, or -1 if the schema has no such feature. */
    public int indexOf(String name) {
        return indexByName.getOrDefault(name, -1);
    }

    /** The feature of that name, or null. */
    public @Nullable PositionedFeature find(String name) {
        int index = indexOf(name);
        return index < 0 ? null : features.get(index);
    }

    /** How long the array of this storage is in a prediction of this schema. */
    public int length(FeatureStorage storage) {
        return lengths.getOrDefault(storage, 0);
    }
}
