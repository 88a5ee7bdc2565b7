package io.tidewatch.registry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places of a model's features, and new places for features that have none. */
final class FeaturePlaces {

    private final ModelId model;
    private final Map<NamedType, Integer> positions = new HashMap<>();
    private final Map<FeatureStorage, Integer> next = new EnumMap<>(FeatureStorage.class);
    private final List<ModelFeatureEntity> added = new ArrayList<>();

    FeaturePlaces(ModelId model, List<ModelFeatureEntity> known) {
        this.model = model;
        for (ModelFeatureEntity feature : known) {
            positions.put(new NamedType(feature.name, feature.type), feature.position);
            next.merge(feature.storage, feature.position + 1, Math::max);
        }
    }

    /** The feature at its place. */
    PositionedFeature place(Feature feature) {
        int position = positions.computeIfAbsent(new NamedType(feature.name(), feature.type()), this::add);
        return new PositionedFeature(feature, position);
    }

    /** Rows for the features that were given a place. */
    List<ModelFeatureEntity> added() {
        return added;
    }

    private int add(NamedType feature) {
        FeatureStorage storage = feature.type().storage();
        int position = next.merge(storage, 1, Integer::sum) - 1;
        ModelFeatureEntity entity = new ModelFeatureEntity();
        entity.modelId = model.value();
        entity.name = feature.name();
        entity.type = feature.type();
        entity.storage = storage;
        entity.position = position;
        added.add(entity);
        return position;
    }

    private record NamedType(String name, FeatureType type) {}
}
