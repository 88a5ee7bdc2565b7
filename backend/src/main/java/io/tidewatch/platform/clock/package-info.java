/** The one source of time and randomness, so that tests can set both. */
@NullMarked
package io.tidewatch.platform.clock;

import org.jspecify.annotations.NullMarked;
