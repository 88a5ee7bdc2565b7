package io.tidewatch.ui.client;

import org.jspecify.annotations.Nullable;

/**
 * One refused field.
 *
 * @param field path of the field in the request, such as {@code key}
 * @param message what is wrong, for people
 */
public record Violation(String field, @Nullable String code, String message) {}
