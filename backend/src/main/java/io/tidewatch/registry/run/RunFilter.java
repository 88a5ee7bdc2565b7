package io.tidewatch.registry.run;

import org.jspecify.annotations.Nullable;

/**
 * Which runs of a model to list.
 *
 * @param kind only of this kind; null for all
 * @param status only with this end; null for all
 * @param version only runs linked to the version of this name; null for all
 */
record RunFilter(
        @Nullable RunKind kind,
        @Nullable RunStatus status,
        @Nullable String version) {}
