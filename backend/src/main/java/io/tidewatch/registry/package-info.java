/** Which models exist, who owns them, and what the events of each version look like. */
@NullMarked
package io.tidewatch.registry;

import org.jspecify.annotations.NullMarked;
