package io.tidewatch.platform.problem;

/**
 * One broken rule.
 *
 * @param field where, as a path into the body or the name of a parameter: {@code predictions[3].features.distance}
 * @param code which rule, kebab case: {@code wrong-type}
 * @param message the rule in words
 */
public record Violation(String field, String code, String message) {}
