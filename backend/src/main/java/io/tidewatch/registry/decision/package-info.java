/** Decides what the schema of a version is, from the values that arrive. */
@NullMarked
package io.tidewatch.registry.decision;

import org.jspecify.annotations.NullMarked;
