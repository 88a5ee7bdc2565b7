package io.tidewatch.registry.decision;

/**
 * What the values of a feature suggest.
 *
 * @param dimension length of an embedding, 0 for every other type
 */
public record InferredFeature(InferredType type, int dimension) {

    static InferredFeature of(InferredType type) {
        return new InferredFeature(type, 0);
    }
}
