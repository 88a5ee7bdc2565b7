package io.tidewatch.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input variable of a model version.
 *
 * @param name unique within the version
 * @param type how values are read and compared
 * @param required whether an event without it is rejected; otherwise it counts as missing
 * @param min smallest expected value; a smaller one is kept and counts as a quality issue
 * @param max largest expected value
 * @param categories expected categories; others are kept and count as never seen
 * @param unit for people, for example {@code km}
 * @param description for people
 * @param dimension length of an embedding, null for every other type
 */
public record Feature(
        String name,
        FeatureType type,
        boolean required,
        @Nullable Double min,
        @Nullable Double max,
        List<String> categories,
        @Nullable String unit,
        @Nullable String description,
        @Nullable Integer dimension) {

    public Feature {
        categories = List.copyOf(categories);
    }
}
