package io.tidewatch.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version by its names, without its schema.
 *
 * @param id the row
 * @param version the name that events use
 * @param run the run that made it, null if it names none
 */
public record VersionLink(UUID id, String version, @Nullable UUID run) {}
