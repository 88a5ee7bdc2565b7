/** Decides from observations how a model is, and which health checks fit it. */
@NullMarked
package io.tidewatch.health.decision;

import org.jspecify.annotations.NullMarked;
