/**
 * Which health checks of a model are on, which ones fit it, and what they find. What is watched is decided here; {@code
 * analysis} puts drift beside it and answers how a model is.
 */
@NullMarked
package io.tidewatch.health;

import org.jspecify.annotations.NullMarked;
